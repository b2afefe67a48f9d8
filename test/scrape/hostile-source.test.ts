import { afterEach, expect, test, vi } from 'vitest'
import { BODY_LIMIT } from '../../src/scrape/body-stream.ts'
import { ask } from '../../src/scrape/fetch.ts'
import { rescan, runScrapeJob } from '../../src/scrape/scrape.ts'
import { openWeb } from './web.ts'

afterEach(() => {
  vi.useRealTimers()
})

const CHUNK = 64 * 1024 // bytes

const INSIDE = [
  'http://169.254.169.254/latest/meta-data/iam',
  'http://127.0.0.1:8787/admin',
  'http://[::1]/',
  'http://2130706433/',
  'http://db.internal/',
  'https://user:pass@10.0.0.1/',
  'file:///etc/passwd',
  'gopher://h1.example/',
  'javascript:alert(1)',
]

test('a feed sends us to no private address, whatever its items, parts and home say', async () => {
  const { app, seen, jobs, wait } = openWeb(
    { 'https://h1.example/feed': () => new Response(feedTo(INSIDE)) },
    ['https://h1.example/feed'],
  )
  await rescan(app, 'h1-example')
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    await runScrapeJob(app, job)
    wait(3)
  }
  const asked = new Set(seen.map(({ url }) => new URL(url).host))
  expect([...asked]).toEqual(['h1.example'])
  const { results } = await app.db
    .prepare('SELECT count(*) AS n FROM articles')
    .all<{ n: number }>()
  expect(results[0]?.n).toBe(0)
})

test('a server that answers a byte at a time is not waited for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const trickle = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(new Uint8Array(1))
      return new Promise((resolve) => setTimeout(resolve, 5_000))
    },
  })
  const { app } = openWeb({
    'https://h2.example/robots.txt': () => new Response('', { status: 404 }),
    'https://h2.example/a': () => new Response(trickle),
  })
  const answer = ask(app, 'https://h2.example/a')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await answer).toMatchObject({ kind: 'failed', reason: 'no whole answer within 20 s' })
})

test('no redirect sends us to a private address, neither a page’s nor that of robots.txt', async () => {
  const secret = () => new Response('User-agent: *\nAllow: /\nsecret')
  const inside = (path: string) => () => Response.redirect(`http://169.254.169.254${path}`)
  const { app, seen } = openWeb({
    'https://h3.example/a': inside('/latest'),
    'https://h4.example/robots.txt': inside('/robots.txt'),
    'https://h4.example/a': secret,
    'http://169.254.169.254/robots.txt': secret,
    'http://169.254.169.254/latest': secret,
  })
  const refusal = { kind: 'refused', reason: 'an address inside a private network' }
  expect(await ask(app, 'https://h3.example/a')).toMatchObject(refusal)
  expect(await ask(app, 'https://h4.example/a')).toMatchObject({
    kind: 'refused',
    reason: 'robots.txt cannot be had: an address inside a private network',
  })
  const hosts = new Set(seen.map(({ url }) => new URL(url).hostname))
  expect([...hosts]).toEqual(['h3.example', 'h4.example'])
})

test('a page leads us to three hosts at most, whether it redirects or its robots.txt does', async () => {
  const hop = (nth: number, path: string) =>
    Response.redirect(`https://hop${nth + 1}.example${path}`)
  const hops = Array.from({ length: 6 }, (_, nth) => nth)
  const byPage = openWeb(
    Object.fromEntries(hops.map((nth) => [`https://hop${nth}.example/a`, () => hop(nth, '/a')])),
  )
  const reason = 'too many hosts for one look'
  expect(await ask(byPage.app, 'https://hop0.example/a')).toMatchObject({ reason })
  const path = '/robots.txt'
  const byRobots = openWeb(
    Object.fromEntries(
      hops.map((nth) => [`https://hop${nth}.example${path}`, () => hop(nth, path)]),
    ),
  )
  byRobots.wait(3600 * 48)
  expect(await ask(byRobots.app, 'https://hop0.example/b')).toMatchObject({
    reason: 'robots.txt cannot be had: its redirects lead to too many hosts',
  })
  for (const { seen } of [byPage, byRobots]) {
    const hosts = new Set(seen.map(({ url }) => new URL(url).host))
    expect([...hosts]).toEqual(['hop0.example', 'hop1.example', 'hop2.example'])
  }
})

test('of a body without end little more is taken than may be read', async () => {
  let taken = 0
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(CHUNK).fill(++taken)),
  })
  const { app } = openWeb({ 'https://h5.example/a': () => new Response(endless) })
  expect(await ask(app, 'https://h5.example/a')).toMatchObject({ kind: 'failed' })
  expect(taken * CHUNK).toBeLessThan(BODY_LIMIT + 4 * CHUNK)
})

test.for([
  ['before it says anything', 'h6.example', () => new Promise<Response>(() => {})],
  ['in the middle of its answer', 'h7.example', () => new Response(silentAfter('<html>'))],
] as const)('a server that falls silent %s is not waited for', async ([, host, answer]) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { app } = openWeb({
    [`https://${host}/robots.txt`]: () => new Response('', { status: 404 }),
    [`https://${host}/a`]: answer,
  })
  const asked = ask(app, `https://${host}/a`)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await asked).toMatchObject({ kind: 'failed', reason: 'no whole answer within 20 s' })
})

function silentAfter(text: string): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: () => new Promise(() => {}),
  })
}

function feedTo(addresses: string[]): string {
  const items = addresses.map(
    (url, index) =>
      `<item><title>Glass Harbor 2, part ${index}</title><link>${url.replace('&', '&amp;')}</link>
       <comments>${url}</comments><enclosure url="${url}" type="text/html" length="1"/></item>`,
  )
  const next = addresses.map((url) => `<atom:link rel="next" href="${url}"/>`)
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "http://169.254.169.254/">]>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>&x;</title>
    <link>http://169.254.169.254/</link>${next.join('')}${items.join('')}</channel></rss>`
}
