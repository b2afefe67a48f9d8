import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { scanProgress } from '../../src/db/admin/progress.ts'
import { findSource } from '../../src/db/sources.ts'
import { rescan, runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { openWeb, rss } from './web.ts'

const ENTRIES = [
  {
    link: '/sequel?utm_source=rss',
    title: 'Glass Harbor sequel: Quarrie speaks',
    text: 'She speaks.',
  },
  { link: '/other', title: 'Another film opens', text: 'It opens.' },
]

beforeEach(async () => {
  const tables = ['pages', 'looks', 'scans', 'sources', 'addresses', 'hosts']
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
})

test('only relevant items become pages, and each is sent once', async () => {
  const { app, jobs } = openWeb({ 'https://s1.example/feed': () => new Response(rss(ENTRIES)) }, [
    'https://s1.example/feed',
  ])
  const scan = await rescan(app, 's1-example')
  expect(scan.kind).toBe('started')
  await runAll(app, jobs)
  expect(jobs).toEqual([{ kind: 'page', url: 'https://s1.example/sequel' }])
  expect(await lookOf(app, scan)).toMatchObject({
    outcome: 'fresh',
    items: 2,
    relevant: 1,
    found: 1,
  })
})

test('two clicks make one scan', async () => {
  const { app, jobs } = openWeb({ 'https://s2.example/feed': () => new Response(rss(ENTRIES)) }, [
    'https://s2.example/feed',
  ])
  const first = await rescan(app, null)
  const second = await rescan(app, null)
  expect(second).toEqual({ ...first, kind: 'running' })
  expect(jobs.length).toBe(1)
})

test('a job that comes twice asks the publisher once', async () => {
  const { app, jobs, seen } = openWeb(
    { 'https://s3.example/feed': () => new Response(rss(ENTRIES)) },
    ['https://s3.example/feed'],
  )
  await rescan(app, null)
  const [job] = jobs
  if (!job) throw new Error('no job')
  await runScrapeJob(app, job)
  await runScrapeJob(app, job)
  expect(seen.filter(({ url }) => url.endsWith('/feed')).length).toBe(1)
})

test('a rescan within the hour waits and says until when', async () => {
  const { app, jobs, seen, wait } = openWeb(
    { 'https://s4.example/feed': () => new Response(rss(ENTRIES), { headers: { etag: '"a"' } }) },
    ['https://s4.example/feed'],
  )
  await rescan(app, null)
  await runAll(app, jobs)
  wait(600)
  const scan = await rescan(app, null)
  await runAll(app, jobs)
  expect(await lookOf(app, scan)).toMatchObject({
    outcome: 'refused',
    detail: 'it was looked at not long ago; not before 2026-03-02T11:00:00.000Z',
  })
  expect(seen.filter(({ url }) => url.endsWith('/feed')).length).toBe(1)
})

test('validators are kept through an error and given back', async () => {
  const answers = [
    () => new Response(rss(ENTRIES), { headers: { etag: '"one"' } }),
    () => new Response('broken', { status: 500 }),
    () => new Response(null, { status: 304 }),
  ]
  const { app, jobs, seen, wait } = openWeb(
    { 'https://s5.example/feed': () => answers.shift()?.() ?? new Response('') },
    ['https://s5.example/feed'],
  )
  const outcomes = []
  for (const _ of [1, 2, 3]) {
    const scan = await rescan(app, null)
    await runAll(app, jobs)
    outcomes.push((await lookOf(app, scan))?.outcome)
    wait(4 * 3600)
  }
  expect(outcomes).toEqual(['fresh', 'failed', 'unchanged'])
  const tags = seen
    .filter(({ url }) => url.endsWith('/feed'))
    .map((one) => one.headers['if-none-match'])
  expect(tags).toEqual([undefined, '"one"', '"one"'])
})

test('a source that turned into a page is suspect and loses nothing', async () => {
  const { app, jobs } = openWeb(
    { 'https://s6.example/feed': () => new Response('<!doctype html><h1>Are you a robot?</h1>') },
    ['https://s6.example/feed'],
  )
  await rescan(app, null)
  await runAll(app, jobs)
  const state = await findSource(app.db, 's6-example')
  expect(state).toMatchObject({ state: 'suspect', failures: 1, lastOkAt: null })
  expect(state?.lastError).toContain('a test whether we are human')
  expect(state?.nextDueAt).toBe('2026-03-03T10:00:00.000Z') // it gives no validators
})

test('the cron looks at what is due and at nothing else', async () => {
  const { app, jobs, wait } = openWeb(
    { 'https://s7.example/feed': () => new Response(rss([]), { headers: { etag: '"a"' } }) },
    ['https://s7.example/feed'],
  )
  await scanDue(app, app.now())
  expect(jobs.map(({ kind }) => kind)).toEqual(['scan'])
  await runAll(app, jobs)
  await scanDue(app, app.now())
  expect(jobs).toEqual([])
  wait(3601)
  await scanDue(app, app.now())
  expect(jobs.map(({ kind }) => kind)).toEqual(['scan'])
})

test('a look whose message was lost is sent again, one that was cut off is freed', async () => {
  const { app, jobs, wait } = openWeb({ 'https://s8.example/feed': () => new Response(rss([])) }, [
    'https://s8.example/feed',
  ])
  await scanDue(app, app.now())
  jobs.length = 0 // the message is lost
  await scanDue(app, app.now())
  expect(jobs.length).toBe(1)
  jobs.length = 0
  await env.DB.prepare('UPDATE looks SET started_at = ?1 WHERE source_id = ?2')
    .bind(app.now().toISOString(), 's8-example')
    .run() // begun, and never heard of again
  await scanDue(app, app.now())
  expect(jobs.length).toBe(0)
  wait(360)
  await scanDue(app, app.now())
  expect(jobs.length).toBe(1)
})

test('a source that is not configured cannot be rescanned', async () => {
  const { app } = openWeb({}, ['https://s9.example/feed'])
  expect(await rescan(app, 'nobody')).toEqual({ kind: 'unknown source' })
})

type Web = ReturnType<typeof openWeb>

/** Does every scan that is on the queue; what they send stays there. */
async function runAll(app: Web['app'], jobs: Web['jobs']): Promise<void> {
  for (const job of jobs.splice(0)) if (job.kind === 'scan') await runScrapeJob(app, job)
}

async function lookOf(app: Web['app'], scan: Awaited<ReturnType<typeof rescan>>) {
  const found = 'scanId' in scan ? await scanProgress(app.db, scan.scanId) : null
  return found?.looks[0]
}
