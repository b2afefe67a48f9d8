import { expect, test } from 'vitest'
import { ask } from '../../src/scrape/fetch.ts'
import { openWeb } from './web.ts'

const text = (body: string, init?: ResponseInit) => () => new Response(body, init)

test('we say who we are and ask nothing that a publisher did not offer', async () => {
  const { app, seen } = openWeb({ 'https://a1.example/feed': text('hello') })
  await ask(app, 'https://a1.example/feed')
  expect(seen.at(-1)?.headers).toMatchObject({
    'user-agent': 'glass-harbor-2-status/1.2.3 (+https://status.example/bot)',
  })
  for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since']) {
    expect(seen.at(-1)?.headers).not.toHaveProperty(name)
  }
})

test('robots.txt is asked for once in 24 hours and obeyed', async () => {
  const { app, seen, wait } = openWeb({
    'https://a3.example/robots.txt': text('User-agent: glass-harbor-2-status\nDisallow: /private'),
    'https://a3.example/private/a': text('secret'),
    'https://a3.example/open': text('hello'),
  })
  expect(await ask(app, 'https://a3.example/private/a')).toMatchObject({
    kind: 'refused',
    reason: 'robots.txt forbids it: Disallow: /private',
  })
  wait(3)
  expect(await ask(app, 'https://a3.example/open')).toMatchObject({ kind: 'fresh' })
  const robots = () => seen.filter(({ url }) => url.endsWith('/robots.txt')).length
  expect(robots()).toBe(1)
  expect(seen.some(({ url }) => url.includes('/private/'))).toBe(false)
  wait(25 * 3600)
  await ask(app, 'https://a3.example/open')
  expect(robots()).toBe(2)
})

test('a robots.txt that cannot be had forbids all, one that is missing allows all', async () => {
  const down = openWeb({
    'https://a4.example/robots.txt': text('oops', { status: 500 }),
    'https://a4.example/a': text('hello'),
  })
  expect(await ask(down.app, 'https://a4.example/a')).toMatchObject({
    kind: 'refused',
    reason: 'robots.txt cannot be had: HTTP 500',
    until: '2026-03-02T11:00:00.000Z',
  })
  const missing = openWeb({ 'https://a5.example/a': text('hello') })
  expect(await ask(missing.app, 'https://a5.example/a')).toMatchObject({ kind: 'fresh' })
})

test('a host that asks us to wait is left alone until then', async () => {
  let isBusy = true
  const { app, seen, wait } = openWeb({
    'https://a6.example/a': () =>
      isBusy
        ? new Response('', { status: 429, headers: { 'retry-after': '600' } })
        : new Response('hi'),
  })
  const refused = { kind: 'refused', until: '2026-03-02T10:10:00.000Z' }
  expect(await ask(app, 'https://a6.example/a')).toMatchObject(refused)
  isBusy = false
  wait(3)
  const asked = seen.length
  expect(await ask(app, 'https://a6.example/a')).toMatchObject(refused)
  expect(seen.length).toBe(asked)
  wait(601)
  expect(await ask(app, 'https://a6.example/a')).toMatchObject({ kind: 'fresh' })
})

test('redirects are followed five times, each within the rules', async () => {
  const to = (location: string) => () => new Response(null, { status: 302, headers: { location } })
  const { app, wait } = openWeb({
    'https://a7.example/a': to('/b'),
    'https://a7.example/b': text('there'),
    'https://a7.example/loop': to('/loop'),
    'https://a7.example/inside': to('http://169.254.169.254/latest'),
  })
  expect(await ask(app, 'https://a7.example/a')).toMatchObject({ url: 'https://a7.example/b' })
  wait(3)
  expect(await ask(app, 'https://a7.example/loop')).toMatchObject({
    reason: 'the redirects go round in a loop',
  })
  wait(3)
  expect(await ask(app, 'https://a7.example/inside')).toMatchObject({ kind: 'refused' })
})

test('two jobs do not ask one host at once, nor without a pause', async () => {
  let busy = 0
  let most = 0
  const slow = async () => {
    most = Math.max(most, ++busy)
    await scheduler.wait(20)
    busy--
    return new Response('hello')
  }
  const { app, wait } = openWeb({ 'https://b1.example/a': slow, 'https://b1.example/b': slow })
  const both = await Promise.all([
    ask(app, 'https://b1.example/a'),
    ask(app, 'https://b1.example/b'),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['busy', 'fresh'])
  expect(most).toBe(1)
  expect(await ask(app, 'https://b1.example/b')).toEqual({
    kind: 'busy',
    until: '2026-03-02T10:00:02.000Z',
  })
  wait(2)
  expect(await ask(app, 'https://b1.example/b')).toMatchObject({ kind: 'fresh' })
})

test('a body without end is cut off at 5 MB', async () => {
  const megabyte = new Uint8Array(1024 * 1024)
  const endless = () =>
    new ReadableStream({ pull: (controller) => controller.enqueue(megabyte) }, { highWaterMark: 0 })
  const { app } = openWeb({ 'https://a8.example/a': () => new Response(endless()) })
  expect(await ask(app, 'https://a8.example/a')).toEqual({
    kind: 'failed',
    reason: 'the answer is larger than 5 MB',
    isTrouble: false,
  })
})

test('a network that breaks is a failure in its own words', async () => {
  const { app } = openWeb({
    'https://a9.example/a': () => Promise.reject(new Error('connection reset')),
  })
  expect(await ask(app, 'https://a9.example/a')).toEqual({
    kind: 'failed',
    reason: 'connection reset',
    isTrouble: true,
  })
})
