import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, chanceOf } from '../chance.ts'
import { drain, untilStill } from './drain.ts'
import { disturbPublishers } from './faults.ts'
import { type Finding, findingsIn } from './invariants.ts'
import { fillList } from './load.people.ts'
import { fireCrons, loadWorld, SCAN_CRON } from './load.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { bundle } from './runtime.ts'
import { nowIn, openWorld, publishSome, revive, type World } from './world.ts'

const MINUTE = 60_000 // milliseconds
const LONGEST_LIFE = { few: 5_000, many: 12_000 } // milliseconds, of few kills or of many
const PARTS = 3 // in which the undisturbed publish
const LONG_RUN = 20 // kills from which on a second issue is sent

export type Wanted = {
  kills: number
  seed: number
  /** Subscribers before it begins. */
  list: number
  /** Directory with articles.ndjson and topic.json. */
  corpus: string
  tell: (line: string) => void
}

/** Kills the Worker so often under load, lets all end well, and tells what became of each promise. */
export async function playCrashes(wanted: Wanted): Promise<Finding[]> {
  const { corpus, tell } = wanted
  const bundled = mkdtempSync(join(tmpdir(), 'alita2-crash-'))
  bundle(bundled)
  const first = await openWorld(corpus, { bundled })
  const port = Number(new URL(first.newsroom.url).port)
  const undisturbed = await playUndisturbed(first).finally(first.close)
  tell(`undisturbed: ${undisturbed.articles?.length} articles`)
  const world = await openWorld(corpus, { bundled, port })
  try {
    await playDisturbed(world, wanted)
    tell(faultLine(world))
    return findingsIn(world, undisturbed)
  } finally {
    await world.close()
    rmSync(bundled, { recursive: true, force: true })
  }
}

/** The same articles, one publication after the other, and nothing in the way. */
async function playUndisturbed(world: World): Promise<Outcome> {
  const life = await revive(world)
  const part = Math.ceil(world.unpublished.length / PARTS)
  for (let times = 0; times <= PARTS; times++) {
    await life.cron(SCAN_CRON, nowIn(world))
    await untilStill(world)
    world.clock.ahead += 24 * 60 * MINUTE // long enough for any source to be due
    publishSome(world, part)
  }
  await drain(world)
  return outcomeOf(world)
}

async function playDisturbed(world: World, { kills, seed, list, tell }: Wanted): Promise<void> {
  const chance = chanceOf(seed)
  world.clock.ahead = world.issueHour(0) - Date.now() // so that its mail goes out under fire
  await revive(world)
  await fillList(world, list, chance)
  const first = kills < LONG_RUN ? kills : Math.floor(kills / 2)
  await playKills(world, { seed, chance, from: 0, until: first, kills, tell })
  if (first === kills) return
  await endLife(world)
  world.clock.ahead = world.issueHour(1) - 30 * MINUTE - Date.now()
  await playKills(world, { seed: seed + 500, chance, from: first, until: kills, kills, tell })
}

type Stretch = Omit<Wanted, 'corpus' | 'list'> & { chance: Chance; from: number; until: number }

/** Some kills under load, each in another life, and then calm until all is done. */
async function playKills(world: World, stretch: Stretch): Promise<void> {
  const { seed, chance, kills, tell } = stretch
  const isLong = kills >= LONG_RUN
  disturbPublishers(world, chanceOf(seed + 1))
  const endLoad = loadWorld(world, seed + 2)
  for (let kill = stretch.from + 1; kill <= stretch.until; kill++) {
    if (!world.life) await revive(world)
    publishSome(world, Math.ceil(world.unpublished.length / (1 + kills - kill)))
    void fireCrons(world)
    const milliseconds = 50 + chance.below(LONGEST_LIFE[isLong ? 'many' : 'few'])
    await wait(milliseconds)
    await endLife(world)
    tell(`kill ${kill} of ${kills}: ${lifeLine(world, milliseconds)}`)
    world.clock.ahead += (5 + chance.below(isLong ? 35 : 90)) * MINUTE
  }
  await endLoad()
  await revive(world)
  await drain(world)
}

/** Ends it wherever it is; what is asked of it meanwhile dies with it. */
async function endLife(world: World): Promise<void> {
  const { life } = world
  world.life = null
  await life?.kill()
}

function lifeLine(world: World, milliseconds: number): string {
  const { newsroom, mailbox, book } = world
  const at = new Date(nowIn(world)).toISOString().slice(0, 16)
  return [
    `after ${(milliseconds / 1000).toFixed(2)} s, at ${at}`,
    `${newsroom.requests.length} requests to publishers`,
    `${mailbox.mails().length} mails`,
    `${book.reads} reads`,
    `${book.acts.size} acts`,
  ].join(', ')
}

function faultLine({ book }: World): string {
  const faults = [...book.faults].sort().map(([name, times]) => `${name} ${times}`)
  return `faults: ${faults.join(', ')}; ${book.cutOff} questions died with the Worker`
}
