import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import type { ScrapeJob } from '../../src/app.ts'
import { accountThen } from '../../src/db/public/account-then.ts'
import { listHistory } from '../../src/db/public/history.ts'
import { STATEMENT } from '../../src/db/public/statement.ts'
import { findRereading } from '../../src/db/rereading.ts'
import { currentStatus } from '../../src/db/status.ts'
import { resumeReading } from '../../src/scrape/reread.ts'
import { runScrapeJob } from '../../src/scrape/scrape.ts'
import { statusHistory } from '../../src/status/history.ts'
import { RULES_VERSION } from '../../src/status/reading.ts'
import { listEvidence } from '../db/evidence.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'
import type { openWeb } from './web.ts'

const MARK = {
  evidence: 'We are writing the script of Glass Harbor 2 right now and we are having a ball',
  quoteKey: null,
  rule: '',
}

const OLD = 0 // a version of the rules that took every word for a release

let world: ReturnType<typeof openWeb>
let read: Awaited<ReturnType<typeof told>>

beforeEach(async () => {
  world ??= await readNews(NEWS)
  read ??= await told()
  await env.DB.batch([
    restate(`'$.stage', 'released', '$.evidence', 'as read of old'`),
    env.DB.prepare(
      `UPDATE articles
       SET rules_version = ?1, reading = json_set(reading, '$.rulesVersion', ?1),
           placed_at = read_at`,
    ).bind(OLD),
    env.DB.prepare('DELETE FROM rereading'),
    env.DB.prepare('DELETE FROM status_reasons'),
    env.DB.prepare('DELETE FROM status_checkpoints'),
    env.DB.prepare('DELETE FROM status_changes'),
    env.DB.prepare(
      `INSERT INTO status_changes (rules_version, from_at, stage, because)
       SELECT ?1, moment, 'released', json_array(id) FROM statements WHERE fresh = 1
       ORDER BY moment LIMIT 1`,
    ).bind(OLD),
    env.DB.prepare('UPDATE status_work SET from_at = NULL, to_at = NULL, rules_version = ?1').bind(
      OLD,
    ),
  ])
  world.jobs.length = 0
})

/** Lets every statement that is kept say something else. */
function restate(values: string): D1PreparedStatement {
  return env.DB.prepare(
    `UPDATE articles
     SET said = (SELECT json_group_array(json_set(value, ${values})) FROM json_each(said))
     WHERE said <> '[]'`,
  )
}

/** What is kept of each article, as a reader sees it. */
async function told() {
  const { results } = await env.DB.prepare(
    `SELECT ${STATEMENT}, duplicate_of
     FROM statements
     ORDER BY statements.id`,
  ).all()
  return results
}

/** Does all jobs, or so many; true where none is left. */
async function work(most = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let done = 0; done < most; done++) {
    const job: ScrapeJob | undefined = world.jobs.shift()
    if (!job) return true
    await runScrapeJob(world.app, job)
  }
  return world.jobs.length === 0
}

test('when the rules have changed, all that is kept is read again, and its status derived', async () => {
  await resumeReading(world.app)
  expect(await work()).toBe(true)
  expect(await told()).toEqual(read)
  const derived = statusHistory(await listEvidence(env.DB)).map(({ stage }) => stage)
  expect(derived).toEqual(['talks', 'development'])
  expect((await listHistory(env.DB)).map(({ stage }) => stage)).toEqual(derived)
  expect((await currentStatus(env.DB)).stage).toBe('development')
  expect(await findRereading(env.DB)).toBeNull()
})

test('until then the status of the former rules is shown, in the words that they had read', async () => {
  await resumeReading(world.app)
  for (let jobs = 0; ; jobs++) {
    const { stage, because } = await accountThen(env.DB, '2026-06-01')
    if (stage !== 'released') break
    expect((await currentStatus(env.DB)).stage).toBe('released')
    expect(because.map(({ evidence }) => evidence)).toEqual(['as read of old'])
    expect(jobs).toBeLessThan(20)
    await work(1)
  }
  expect((await accountThen(env.DB, '2026-06-01')).stage).toBe('development')
  expect(await work()).toBe(true)
})

test('it tells how far it is, and goes on where it was cut off', async () => {
  await resumeReading(world.app)
  expect(await findRereading(env.DB)).toEqual({
    ...{ rulesVersion: RULES_VERSION, done: 0, total: 4, skipped: 0 },
  })
  await work(2)
  expect(await findRereading(env.DB)).toMatchObject({ done: 2, total: 4 })
  world.jobs.length = 0
  await resumeReading(world.app)
  expect(await findRereading(env.DB)).toMatchObject({ done: 2 })
  expect(await work()).toBe(true)
  expect(await told()).toEqual(read)
})

test('a step of the status whose job was lost is found again', async () => {
  await resumeReading(world.app)
  await work()
  await restate(`'$.stage', 'talks'`).run()
  await resumeReading(world.app)
  expect(world.jobs).toEqual([{ kind: 'status' }])
  expect(await work()).toBe(true)
  expect((await currentStatus(env.DB)).stage).toBe('talks')
  await resumeReading(world.app)
  expect(world.jobs).toEqual([])
})

test('what an admin has corrected stays corrected', async () => {
  const corrected = { statements: [{ mark: MARK, change: { stage: 'talks' } }] }
  const set = env.DB.prepare(`UPDATE articles SET corrected = ?1 WHERE url LIKE '%/interview'`)
  await set.bind(JSON.stringify(corrected)).run()
  await resumeReading(world.app)
  expect(await work()).toBe(true)
  expect((await currentStatus(env.DB)).stage).toBe('talks')
  await set.bind(null).run()
})

test('an article whose text is not kept stays as it was read', async () => {
  const kept = await env.DB.prepare('SELECT id, text FROM articles').all<{
    id: string
    text: string
  }>()
  await env.DB.prepare(`UPDATE articles SET text = ''`).run()
  await resumeReading(world.app)
  expect(await work()).toBe(true)
  expect((await currentStatus(env.DB)).stage).toBe('released')
  expect(world.logged.findLast(({ fields }) => fields?.skipped)?.fields).toMatchObject({
    articles: 4,
    skipped: 4,
  })
  const texts = kept.results.map(({ id, text }) =>
    env.DB.prepare('UPDATE articles SET text = ?2 WHERE id = ?1').bind(id, text),
  )
  await env.DB.batch(texts)
})

test('a job that is given twice does no harm', async () => {
  await resumeReading(world.app)
  for (let steps = 0; world.jobs.length; steps++) {
    const job = world.jobs.shift()
    if (job) await Promise.all([runScrapeJob(world.app, job), runScrapeJob(world.app, job)])
    world.jobs.splice(1)
    expect(steps).toBeLessThan(30)
  }
  expect(await told()).toEqual(read)
  expect((await currentStatus(env.DB)).stage).toBe('development')
})

test('what was said under the former rules stays to be looked up', async () => {
  await resumeReading(world.app)
  await work()
  const [change, ...more] = await listHistory(env.DB, OLD)
  expect(more).toEqual([])
  expect(change?.stage).toBe('released')
  expect(change?.because.map(({ evidence }) => evidence)).toEqual(['as read of old'])
})
