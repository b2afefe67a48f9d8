import { vi } from 'vitest'
import { eventBody } from '../../demo/mailbox/event.ts'
import { type Chance, chanceOf } from '../../scripts/chance.ts'
import type { App, MailJob } from '../../src/app.ts'
import { resumeSending, runMailJob } from '../../src/digest/digest.ts'
import { composeDue } from '../../src/digest/due.ts'
import { planIssue } from '../../src/digest/plan.ts'
import { takeEvent } from '../../src/digest/webhook.ts'
import { Crash } from '../digest/crash.ts'
import { type Fate, fatedApp, fateOf } from './process.ts'
import { openProvider, type Provider } from './provider.ts'
import { KEY, NEWS, openWorld, type Person, subscribePeople, suppressAddress } from './world.ts'

const ISSUE_HOUR = '2026-11-20T08:00:00.000Z'
const MINUTE = 60_000 // ms
const HOUR = 60 * MINUTE
const MOST_HOURS = 24 * 40

/** One life of an issue: its people, what they did, and what reached them. */
export type Life = {
  people: (Person & { hasLeft: boolean })[]
  delivered: Map<string, number>
  isFinished: boolean
  /** What happened, each thing once. */
  logged: Set<string>
}

type Scene = {
  chance: Chance
  world: ReturnType<typeof openWorld>
  provider: Provider
  people: Life['people']
  /** Jobs that were on the queue once: any of them may come again. */
  seen: MailJob[]
  /** Mails whose events were delivered so far. */
  heard: number
  size: { chunks: number; size: number }
}

/** Plays an issue from its hour to its end, with all that chance brings about on the way. */
export async function playLife(seed: number): Promise<Life> {
  const chance = chanceOf(seed)
  const quota = chance.isLucky(0.3) ? 4 + chance.below(12) : null
  const world = openWorld('2026-11-18T12:00:00.000Z', quota)
  const now = () => world.clock.now
  const provider = openProvider(chance, { now, ...(quota !== null && { dailyQuota: quota }) })
  vi.stubGlobal('fetch', provider.fetch)
  const people = peopleOf(chance)
  await subscribePeople(world.app, people)
  world.clock.now = Date.parse(ISSUE_HOUR)
  const size = { chunks: 1 + chance.below(3), size: quota ? 1 : 1 + chance.below(4) }
  const scene = { chance, world, provider, people, seen: [], heard: 0, size }
  for (let round = 4 + chance.below(10); round > 0; round -= 1) await troubledRound(scene)
  await calmEnd(scene)
  return {
    people,
    delivered: countedBy(provider.box.mails.map(({ to }) => to[0] ?? '')),
    isFinished: await isFinished(world.app),
    logged: world.logged,
  }
}

function peopleOf(chance: Chance): Life['people'] {
  return Array.from({ length: 1 + chance.below(9) }, (_, nth) => ({
    address: chance.isLucky(0.06) ? `bad address ${nth}` : `reader-${nth}@example.org`,
    choice: chance.isLucky(0.15) ? 'changes' : chance.one(['weekly', 'weekly', 'news']),
    isConfirmed: !chance.isLucky(0.1),
    isSuppressed: chance.isLucky(0.1),
    pausedUntil: chance.isLucky(0.1) ? '2026-12-24T00:00:00.000Z' : null,
    hasLeft: false,
  }))
}

async function troubledRound(scene: Scene): Promise<void> {
  const { chance, world } = scene
  if (chance.isLucky(0.25)) await somebodyLeaves(scene)
  if (chance.isLucky(0.04)) world.app.config.secretKey = [`${chance.below(1e9)}${KEY}`, KEY]
  await runProcess(scene, fateOf(chance), async () => {
    world.clock.now += chance.one([0, 1, 3, 14]) * MINUTE
    await runProcess(scene, { ...fateOf(chance), kind: chance.one(['none', 'crash-after']) })
  })
  if (chance.isLucky(0.6)) await hearEvents(scene)
  const pass = chance.one([1 * MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, HOUR, 6 * HOUR, 26 * HOUR])
  if (pass > HOUR) await hearEvents(scene) // the provider repeats its events for ten hours
  world.clock.now += pass
}

/** Cron and queue, in one process; what it began and did not end is lost. */
async function runProcess(
  scene: Scene,
  fate: Fate,
  others: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { chance, world, seen } = scene
  const app = fatedApp(world.app, fate, others)
  try {
    await composeDue(app, app.now(), () => Promise.resolve(NEWS))
    await resumeSending(app)
    const jobs = world.jobs.splice(0)
    const again = jobs.filter(() => chance.isLucky(0.3))
    const late = seen.filter(() => chance.isLucky(0.1))
    seen.push(...jobs)
    await drain(scene, app, [...jobs, ...again, ...late])
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
}

async function drain(scene: Scene, app: App, jobs: MailJob[]): Promise<void> {
  for (const job of jobs) {
    if (job.kind === 'plan') await planIssue(app, job.issue, scene.size)
    else await runMailJob(app, job)
    const next = scene.world.jobs.splice(0)
    scene.seen.push(...next)
    jobs.push(...next)
  }
}

async function somebodyLeaves({ chance, world, people }: Scene): Promise<void> {
  const nth = chance.below(people.length)
  const person = people[nth]
  if (!person) return
  person.hasLeft = true
  const how = chance.one(['unsubscribed_at', 'choice', 'paused_until', 'suppressed', 'erased'])
  const { db } = world.app
  const at = world.app.now().toISOString()
  if (how === 'suppressed') await suppressAddress(world.app, person.address)
  else if (how === 'erased')
    await db.prepare('DELETE FROM subscribers WHERE id = ?1').bind(`s${nth}`).run()
  else if (how === 'choice')
    await db
      .prepare("UPDATE subscribers SET choice = 'changes' WHERE id = ?1")
      .bind(`s${nth}`)
      .run()
  else
    await db
      .prepare(`UPDATE subscribers SET ${how} = ?2 WHERE id = ?1 AND confirmed_at IS NOT NULL`)
      .bind(`s${nth}`, how === 'paused_until' ? '2027-01-01T00:00:00.000Z' : at)
      .run()
}

/** The provider tells of each mail that it took, late, and of some of them twice. */
async function hearEvents(scene: Scene): Promise<void> {
  const { chance, world, provider } = scene
  const { mails } = provider.box
  const again = mails.slice(0, scene.heard).filter(() => chance.isLucky(0.05))
  for (const mail of [...mails.slice(scene.heard), ...again]) {
    const body = eventBody(mail, { event: 'sent', to: mail.to }, world.clock.now)
    await takeEvent(world.app, `event-${mail.id}`, body)
  }
  scene.heard = mails.length
}

/** All goes well from here on: the hourly run until the issue has ended. */
async function calmEnd(scene: Scene): Promise<void> {
  const { world, provider } = scene
  provider.isQuiet = true
  for (let hour = 0; hour < MOST_HOURS && !(await isFinished(world.app)); ) {
    const pass = hour < 30 ? 1 : 6
    hour += pass
    await hearEvents(scene)
    world.clock.now += pass * HOUR
    await runProcess(scene, { kind: 'none', step: 0 })
  }
}

async function isFinished(app: App): Promise<boolean> {
  const row = await app.db.prepare('SELECT 1 FROM issues WHERE finished_at IS NOT NULL').first()
  return row !== null
}

function countedBy(names: string[]): Map<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}
