import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { listEvidence } from '../../src/db/evidence.ts'
import { listSteps } from '../../src/db/timeline.ts'
import { stepStatus, updateStatus } from '../../src/scrape/update-status.ts'
import { STAGES } from '../../src/stage.ts'
import { statusHistory } from '../../src/status/history.ts'
import { MODALITIES } from '../../src/status/modality.ts'
import { openWeb } from '../scrape/web.ts'
import { addArticles } from './public/many.ts'

const DAYS = 12 // articles, one a day

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM statements').run()
  const stored = await env.DB.prepare('SELECT 1 FROM articles').first()
  if (stored) return
  await addArticles(env.DB, { from: 0, count: DAYS, outlet: 'north', moment: '2026-01-01' })
})

function say(id: string, article: number, said: Partial<Record<string, string | number>> = {}) {
  return env.DB.prepare(
    `INSERT INTO statements (id, article_id, speaker, role, evidence, stage, modality, rule,
       recalled, fresh)
     VALUES (?1, ?2, ?3, ?4, 'words', ?5, ?6, 'in-development', 0, ?7)`,
  ).bind(
    id,
    article.toString(16).padStart(16, '0'),
    said.speaker ?? 'Ines Quarrie',
    said.role ?? 'director',
    said.stage ?? 'development',
    said.modality ?? 'fact',
    said.fresh ?? 1,
  )
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
  role: fc.constantFrom('studio', 'producer', 'director', 'actor', 'outlet'),
  stage: fc.constantFrom(...STAGES),
  modality: fc.constantFrom(...MODALITIES),
  fresh: fc.constantFrom(1, 1, 1, 0),
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
    await app.db.batch(one.statements.map((said, i) => say(`s${nth}-${i}`, said.article, said)))
    return
  }
  const { results } = await app.db.prepare('SELECT id FROM statements').all<{ id: string }>()
  const picked = results[one.pick % (results.length || 1)]?.id ?? ''
  if (one.kind === 'gone') {
    await app.db.prepare('DELETE FROM statements WHERE id = ?1').bind(picked).run()
    return
  }
  const at = one.at === null ? null : new Date(Date.UTC(2026, 0, 1, 0, one.at)).toISOString()
  await app.db
    .prepare('UPDATE statements SET withdrawn_at = ?2 WHERE id = ?1')
    .bind(picked, at)
    .run()
}

test('whatever is said, withdrawn and deleted meanwhile, the steps keep the history of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 10, maxLength: 25, size: 'max' }),
      fc.integer({ min: 2, max: 30 }),
      async (events, limit) => {
        const world = openWeb({})
        await world.app.db.prepare('DELETE FROM statements').run()
        for (const [nth, one] of events.entries()) await happen(world, one, nth)
        await finish(world, limit)
        const { kept, whole } = await both()
        expect(kept).toEqual(whole)
      },
    ),
    { seed: 20261121, numRuns: 20 },
  )
}, 60_000)

const MANY = 1500 // statements a minute apart, as far as there are articles

/** A film of which much has been said: talk and work in turn, and all of it derived. */
async function muchSaid() {
  const world = openWeb({})
  await addArticles(env.DB, { from: 1000, count: MANY, outlet: 'south', moment: '2026-02-01' })
  for (let nth = 0; nth < MANY; nth += 50) {
    await env.DB.batch(
      Array.from({ length: 50 }, (_, i) => {
        const isDenial = (nth + i) % 7 === 0
        return say(`m${nth + i}`, 1000 + nth + i, { modality: isDenial ? 'denial' : 'fact' })
      }),
    )
  }
  await finish(world, 300)
  return world
}

test('a new statement costs a few rows, be it the latest or one of long ago', async () => {
  const { app, jobs } = await muchSaid()
  expect((await both()).kept.length).toBeGreaterThan(MANY / 10)
  for (const [id, article] of [
    ['latest', 1000 + MANY - 1],
    ['late', 1000 + MANY / 2],
  ] as const) {
    await say(id, article).run()
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
