import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { findBackfill } from '../../src/db/backfills.ts'
import { startBackfill } from '../../src/scrape/backfill.ts'
import { runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { parseSources } from '../../src/source.ts'
import { openWeb, rss } from './web.ts'

const DAYS = ['05', '04', '03', '02', '01'] // newest first, as a site's search shows them

test('a history is read page by page, once, and its articles oldest first', async () => {
  const { app, jobs, seen, asked } = archive('h1.example')
  const begun = await startBackfill(app, 'h1')
  expect(await startBackfill(app, 'h1')).toEqual({ ...begun, kind: 'running' })
  await walk(app, jobs)
  expect(seen.filter(({ url }) => url.includes('paged')).map(({ url }) => url.slice(-1))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ])
  expect(asked('/day-')).toEqual(['01', '02', '03', '04', '05'])
})

test('between two steps of a history lies a minute, between two articles some seconds', async () => {
  const { app, jobs, times } = archive('h2.example')
  await startBackfill(app, 'h2')
  await walk(app, jobs)
  const gaps = times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 1000)
  expect(Math.min(...gaps.slice(0, 3))).toBeGreaterThanOrEqual(60)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2)
})

test('a history that is cut off goes on where it was', async () => {
  const { app, jobs, seen, wait } = archive('h3.example')
  await startBackfill(app, 'h3')
  await runNext(app, jobs) // the first step
  jobs.length = 0 // its successor is lost
  wait(3600)
  await walk(app, jobs)
  const steps = seen.filter(({ url }) => url.includes('paged')).map(({ url }) => url.slice(-1))
  expect(steps).toEqual(['1', '2', '3', '4'])
})

test('of a history some days are read, and no step is taken beyond them', async () => {
  const { app, jobs, seen, asked } = archive('h5.example')
  await startBackfill(app, 'h5', { from: '2020-03-02', until: '2020-03-03' })
  await walk(app, jobs)
  const steps = seen.filter(({ url }) => url.includes('paged')).map(({ url }) => url.slice(-1))
  expect(steps).toEqual(['1', '2', '3'])
  expect(asked('/day-')).toEqual(['02', '03'])
})

test('a history by months begins with the month that is wanted, and ends with the last', async () => {
  const { app, jobs, seen } = openWeb({})
  app.config.sources = parseSources([
    {
      id: 'h6',
      kind: 'news-api',
      api: 'gdelt',
      outlet: 'Archive',
      home: 'https://archive.example/',
      url: 'https://archive.example/doc',
      query: 'harbor',
    },
  ])
  app.fetch = (request) => {
    seen.push({ url: request.url, headers: {} })
    const isRobots = request.url.endsWith('/robots.txt')
    return Promise.resolve(isRobots ? new Response('', { status: 404 }) : Response.json({}))
  }
  await startBackfill(app, 'h6', { from: '2020-02-20', until: '2020-03-10' })
  await walk(app, jobs)
  const months = seen.map(({ url }) => /startdatetime=(\d{6})/.exec(url)?.[1])
  expect(months.filter(Boolean)).toEqual(['202002', '202003'])
})

test('a feed has no history', async () => {
  const { app } = openWeb({}, ['https://h4.example/feed'])
  expect(await startBackfill(app, 'h4-example')).toEqual({ kind: 'no history' })
})

/** A site whose search shows two articles a page, and answers 404 after its last. */
function archive(host: string) {
  const times: number[] = []
  const world = openWeb({})
  const { app } = world
  app.config.sources = parseSources([
    {
      id: host.slice(0, 2),
      kind: 'search',
      outlet: host,
      home: `https://${host}/`,
      url: `https://${host}/?s=x&feed=rss2&paged={page}`,
    },
  ])
  app.fetch = (request) => Promise.resolve(answer(request))
  const answer = (request: Request) => {
    const url = new URL(request.url)
    world.seen.push({ url: request.url, headers: {} })
    if (url.pathname === '/robots.txt') return new Response('', { status: 404 })
    times.push(app.now().getTime())
    const from = (Number(url.searchParams.get('paged')) - 1) * 2
    if (from < 0) return new Response('none', { status: 403 })
    const entries = DAYS.slice(from, from + 2).map((day) => ({
      link: `https://${host}/day-${day}`,
      title: `Glass Harbor 2, day ${day}`,
      date: `${day} Mar 2020 10:00:00 GMT`,
    }))
    return entries.length ? new Response(rss(entries)) : new Response('', { status: 404 })
  }
  const asked = (path: string) =>
    world.seen.filter(({ url }) => url.includes(path)).map(({ url }) => url.slice(-2))
  return { ...world, times, asked }
}

type World = ReturnType<typeof openWeb>

/** Crons, and what comes of them, until the history has ended and all is read. */
async function walk(app: World['app'], jobs: World['jobs']): Promise<void> {
  for (let cron = 0; cron < 40; cron++) {
    while (jobs.length) await runNext(app, jobs)
    await app.queues.scrape.send(
      { kind: 'page', url: 'https://nobody.example/' },
      { delaySeconds: 20 },
    )
    await scanDue({ ...app, config: { ...app.config, sources: [] } }, app.now())
  }
  const [backfill] = (await env.DB.prepare('SELECT scan_id FROM backfills').all()).results
  expect(await findBackfill(env.DB, String(backfill?.scan_id))).toMatchObject({
    finishedAt: expect.any(String),
  })
}

async function runNext(app: World['app'], jobs: World['jobs']): Promise<void> {
  const job = jobs.shift()
  if (job) await runScrapeJob(app, job)
}
