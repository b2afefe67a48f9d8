import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { type KeptStatement, marksOf } from '../../src/db/statements.ts'
import { listSteps } from '../../src/db/timeline.ts'
import { stepStatus, updateStatus } from '../../src/scrape/update-status.ts'
import { STAGES } from '../../src/stage.ts'
import { statusHistory } from '../../src/status/history.ts'
import { MODALITIES } from '../../src/status/modality.ts'
import type { VoiceRole } from '../../src/story/voices.ts'
import { openWeb } from '../scrape/web.ts'
import { listEvidence } from './evidence.ts'
import { addArticles, idOf } from './public/many.ts'

const DAYS = 12 // articles, a minute apart
const MANY_FROM = 1000 // number of the first of many

/** What each article says, by its number. */
const said = new Map<number, KeptStatement[]>()

beforeEach(async () => {
  await nothingSaid()
  const stored = await env.DB.prepare('SELECT 1 FROM articles').first()
  if (stored) return
  await addArticles(env.DB, { from: 0, count: DAYS, outlet: 'north', moment: '2026-01-01' })
})

async function nothingSaid() {
  said.clear()
  await env.DB.prepare(
    "UPDATE articles SET said = '[]', said_marks = '{}' WHERE said <> '[]'",
  ).run()
}

/** Lets an article say one thing more; what it says is to be written. */
function say(id: string, article: number, one: Partial<KeptStatement> = {}) {
  const statement: KeptStatement = {
    id,
    speaker: 'Ines Quarrie',
    role: 'director',
    quote: null,
    evidence: 'words',
    givenTo: null,
    saidOn: null,
    stage: 'development',
    modality: 'fact',
    rule: 'in-development',
    recalled: false,
    fresh: true,
    ...one,
  }
  said.set(article, [...(said.get(article) ?? []), statement])
  return article
}

/** Writes what some articles say. */
async function write(articles: number[]) {
  const ids = [...new Set(articles)]
  if (ids.length === 0) return
  await env.DB.batch(ids.map(written))
}

function written(article: number): D1PreparedStatement {
  const statements = said.get(article) ?? []
  const moment = momentOf(article)
  return env.DB.prepare('UPDATE articles SET said = ?2, said_marks = ?3 WHERE id = ?1').bind(
    idOf(article),
    JSON.stringify(statements),
    statements.length ? JSON.stringify(marksOf(statements, [], moment)) : '{}',
  )
}

/** As `addArticles` dates them: a minute apart. */
function momentOf(article: number): string {
  const [first, since] = article < MANY_FROM ? [0, '2026-01-01'] : [MANY_FROM, '2026-02-01']
  return new Date(Date.parse(since) + (article - first) * 60_000).toISOString()
}

/** What is kept, and what the whole derives from the same statements. */
async function both() {
  const kept = await listSteps(env.DB)
  const whole = statusHistory(await listEvidence(env.DB))
  return { kept, whole: whole.map(({ from, stage }) => ({ from, stage })) }
}

async function finish({ app, jobs }: ReturnType<typeof openWeb>, limit: number) {
  jobs.push({ kind: 'status' })
  while (jobs.pop()) await stepStatus(app, limit)
}

const article = fc.nat({ max: DAYS - 1 })
const pick = fc.nat()
const statement = fc.record({
  article,
  role: fc.constantFrom<VoiceRole>('studio', 'producer', 'director', 'actor', 'outlet'),
  stage: fc.constantFrom(...STAGES),
  modality: fc.constantFrom(...MODALITIES),
  fresh: fc.constantFrom(true, true, true, false),
})
const statements = fc.array(statement, { minLength: 1, maxLength: 12, size: 'max' })
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('said' as const), statements }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('withdrawn' as const), pick, at: fc.option(article) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('step' as const) }) },
)
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never

async function happen({ app }: ReturnType<typeof openWeb>, one: Event, nth: number) {
  if (one.kind === 'step') return await stepStatus(app, 10)
  if (one.kind === 'said') {
    const told = one.statements.map(({ article, ...rest }, i) => say(`s${nth}-${i}`, article, rest))
    return await write(told)
  }
  const all = [...said].flatMap(([article, list]) => list.map(({ id }) => ({ article, id })))
  const picked = all[one.pick % (all.length || 1)]
  if (!picked) return
  const before = said.get(picked.article) ?? []
  said.set(
    picked.article,
    one.kind === 'gone'
      ? before.filter(({ id }) => id !== picked.id)
      : before.map((statement) =>
          statement.id === picked.id ? until(statement, one.at) : statement,
        ),
  )
  await write([picked.article])
}

function until({ withdrawn: _, ...statement }: KeptStatement, at: number | null): KeptStatement {
  return at === null ? statement : { ...statement, withdrawn: momentOf(at) }
}

test('whatever is said, withdrawn and deleted meanwhile, the steps keep the history of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 10, maxLength: 25, size: 'max' }),
      fc.integer({ min: 2, max: 30 }),
      async (events, limit) => {
        const world = openWeb({})
        await nothingSaid()
        for (const [nth, one] of events.entries()) await happen(world, one, nth)
        await finish(world, limit)
        const { kept, whole } = await both()
        expect(kept).toEqual(whole)
      },
    ),
    { seed: 20261121, numRuns: 20 },
  )
}, 60_000)

const MANY = 1500 // statements a minute apart

/** A film of which much has been said: talk and work in turn, and all of it derived. */
async function muchSaid() {
  const world = openWeb({})
  await addArticles(env.DB, { from: MANY_FROM, count: MANY, outlet: 'south', moment: '2026-02-01' })
  for (let nth = 0; nth < MANY; nth += 50) {
    const articles = Array.from({ length: 50 }, (_, i) => {
      const modality = (nth + i) % 7 === 0 ? 'denial' : 'fact'
      return say(`m${nth + i}`, MANY_FROM + nth + i, { modality })
    })
    await write(articles)
  }
  await finish(world, 300)
  return world
}

test('a new statement costs a few rows, be it the latest or one of long ago', async () => {
  const { app, jobs } = await muchSaid()
  expect((await both()).kept.length).toBeGreaterThan(MANY / 10)
  for (const [id, article] of [
    ['latest', MANY_FROM + MANY - 1],
    ['late', MANY_FROM + MANY / 2],
  ] as const) {
    await write([say(id, article)])
    const { db, reads } = countingReads(app.db)
    await updateStatus({ ...app, db })
    expect(reads.rows, id).toBeLessThanOrEqual(80)
    // the past may take a second look, until the state is again as it was
    expect(jobs.length, id).toBeLessThanOrEqual(id === 'late' ? 1 : 0)
    while (jobs.pop()) await stepStatus({ ...app, db })
    expect(reads.rows, id).toBeLessThanOrEqual(250)
  }
  const { kept, whole } = await both()
  expect(kept).toEqual(whole)
}, 60_000)
