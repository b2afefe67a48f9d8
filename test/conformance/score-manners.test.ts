import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { scanProgress } from '../../src/db/admin/progress.ts'
import { stopHost } from '../../src/db/hosts.stopped.ts'
import { pass } from './clock.ts'
import { line } from './line.ts'
import { always, changing, feedOf, paper } from './sites.ts'
import { openWorld } from './world.ts'

const SCORE = 'feed-reader score'

line(SCORE, 'no Cookie, no Referer, nothing added to the query', async (saw) => {
  const headers = { 'set-cookie': 'id=1; Path=/' }
  const world = await openWorld(
    { 'a.example': paper(6, headers) },
    { sources: ['https://a.example/feed?x=1&y='] },
  )
  await world.days(3)
  const asked = world.asked('a.example')
  expect(asked.length).toBeGreaterThan(5)
  for (const { headers, path } of asked) {
    expect([headers.get('cookie'), headers.get('referer')]).toEqual([null, null])
    expect(path).toBe('/feed?x=1&y=')
  }
  saw(`${asked.length} requests after Set-Cookie: none; query as configured`)
})

line(SCORE, 'User-Agent names program, version and a page', async (saw) => {
  const world = await openWorld({ 'a.example': paper(6) })
  await world.days(1)
  const agents = new Set(world.web.visits.map(({ headers }) => headers.get('user-agent')))
  expect([...agents]).toEqual(['glass-harbor-2-status/1.2.3 (+https://status.example/bot)'])
  saw([...agents].join())
})

line(SCORE, 'compression is asked for', async (saw) => {
  const world = await openWorld({ 'a.example': paper(6) })
  await world.days(1)
  for (const { headers } of world.web.visits)
    expect(headers.get('accept-encoding')).toBe('gzip, br')
  saw('Accept-Encoding: gzip, br')
})

line(SCORE, 'GET, never HEAD', async (saw) => {
  const world = await openWorld({ 'a.example': paper(6) })
  await world.days(3)
  expect([...new Set(world.web.visits.map(({ method }) => method))]).toEqual(['GET'])
  saw(`${world.web.visits.length} times GET`)
})

line(SCORE, 'one request at a time per host, whoever asks', async (saw) => {
  const titles = ['one', 'two', 'three', 'four', 'five'].map((word) => `Glass Harbor 2 ${word}`)
  const site = () => new Response(feedOf(titles), { headers: { etag: '"a"' } })
  const world = await openWorld(
    { 'a.example': site, 'b.example': site },
    {
      consumers: 8,
      sources: [
        'https://a.example/feed',
        'https://b.example/feed',
        'https://a.example:443/other',
      ].slice(0, 2),
    },
  )
  await world.days(1)
  expect(world.asked('a.example').length).toBeGreaterThan(5)
  expect(world.web.most.aHost).toBe(1)
  expect(world.web.most.atAll).toBe(2)
  saw(
    `8 consumers, 2 hosts: at most ${world.web.most.aHost} at a host, ${world.web.most.atAll} in all`,
  )
})

const elsewhere = (status: number) => (visit: { path: string }) =>
  visit.path === '/feed'
    ? new Response(null, { status, headers: { location: 'https://new.example/feed' } })
    : new Response('', { status: 404 })

for (const [status, isForGood] of [
  [301, true],
  [308, true],
  [302, false],
  [307, false],
] as const) {
  const rule = isForGood
    ? 'remembered once its target has answered as a feed twice'
    : 'not remembered'
  line(SCORE, `a ${status} is ${rule}`, async (saw) => {
    const world = await openWorld(
      { 'old.example': elsewhere(status), 'new.example': paper(24) },
      { sources: ['https://old.example/feed'] },
    )
    await world.days(5)
    const [old, target] = [world.asked('old.example').length, world.asked('new.example').length]
    expect(target).toBeGreaterThan(5)
    expect(old).toBe(isForGood ? 2 : target)
    saw(`old address asked ${old} times, the new one ${target} times`)
  })
}

line(SCORE, 'a permanent redirect to what is no feed is never remembered', async (saw) => {
  const world = await openWorld(
    {
      'old.example': changing(elsewhere(301), 24 * 10, paper(24)),
      'new.example': always('<!doctype html><h1>Welcome</h1>'),
    },
    { sources: ['https://old.example/feed'] },
  )
  await world.days(25)
  expect(await world.source('old.example')).toMatchObject({ state: 'ok', movedTo: null })
  saw('the old address is asked on, and read when it is a feed again')
})

line(SCORE, 'what the server said is shown to the operator', async (saw) => {
  const words = 'Please write to feeds@a.example before you come back'
  const world = await openWorld({
    'a.example': always(words, { status: 403, headers: { 'content-type': 'text/plain' } }),
  })
  await world.days(1)
  const state = await world.source('a.example')
  expect(state).toMatchObject({ state: 'blocked', lastError: `HTTP 403: “${words}”` })
  saw(`${state?.state}: ${state?.lastError}`)
})

line(SCORE, 'an admin’s rescan waits too, and says until when', async (saw) => {
  const world = await openWorld({
    'a.example': always('', { status: 429, headers: { 'retry-after': '7200' } }),
  })
  await world.days(0.01)
  const scan = await world.rescan()
  await world.days(0.01)
  const look = 'scanId' in scan ? (await scanProgress(env.DB, scan.scanId))?.looks[0] : null
  expect(world.asked('a.example').length).toBe(1)
  expect(look).toMatchObject({ outcome: 'refused' })
  expect(look?.detail).toMatch(/HTTP 429.*not before 2026-03-01T02:00:/)
  saw(String(look?.detail))
})

line(SCORE, 'a publisher’s request to stop takes effect at once', async (saw) => {
  const world = await openWorld(
    { 'feeds.a.example': paper(1) },
    { sources: ['https://feeds.a.example/feed'] },
  )
  await world.days(1)
  const before = world.web.visits.length
  expect(before).toBeGreaterThan(5)
  await stopHost(env.DB, 'a.example', new Date(world.clock.now).toISOString(), 'please stop').run()
  await world.days(10)
  expect(world.web.visits.length).toBe(before)
  const state = await world.source('feeds.a.example')
  expect(state).toMatchObject({ state: 'blocked' })
  saw(`10 days without a request, robots.txt neither: ${state?.lastError}`)
})

line(SCORE, 'the budgets of one job hold at their worst', async (saw) => {
  const hop = (from: number) => (visit: { path: string }) =>
    visit.path === '/robots.txt'
      ? new Response(null, { status: 302, headers: { location: '/robots-2.txt', 'x-robots': '1' } })
      : visit.path.startsWith('/robots-2')
        ? new Response('User-agent: *\nAllow: /', { status: 200 })
        : new Response(null, {
            status: 302,
            headers: { location: `https://h${from + 1}.example/feed` },
          })
  const hosts = [0, 1, 2, 3, 4].map((at) => [`h${at}.example`, hop(at)] as const)
  const end = () =>
    new Response(feedOf(Array.from({ length: 200 }, (_, at) => `Glass Harbor 2 ${at}`)))
  const world = await openWorld(
    { ...Object.fromEntries(hosts), 'h5.example': end },
    { sources: ['https://h0.example/feed'] },
  )
  await world.cron()
  const [job] = world.queue.take(1)
  if (!job) throw new Error('no job')
  const { statements, requests } = await world.meter(job)
  expect((await world.source('h0.example'))?.items).toBe(200)
  expect(requests).toBeLessThanOrEqual(40)
  expect(statements).toBeLessThanOrEqual(45)
  expect(world.web.most.atAll).toBe(1)
  saw(`6 hosts by redirect: ${requests} requests, ${statements} statements, 1 connection`)
})

line(SCORE, 'headers and body have 20 seconds together', async (saw) => {
  const world = await openWorld({
    'a.example': async () => {
      await pass(world.clock, 19)
      const slow = new ReadableStream({ pull: () => pass(world.clock, 60) })
      return new Response(slow, { headers: { etag: '"a"' } })
    },
  })
  await world.days(0.01)
  const state = await world.source('a.example')
  expect(state?.lastError).toBe('no whole answer within 20 s')
  saw(String(state?.lastError))
})
