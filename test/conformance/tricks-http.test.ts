import { expect } from 'vitest'
import { DAY, pass, START } from './clock.ts'
import { line } from './line.ts'
import { channel, feed, foundBy, item } from './shown.ts'
import { always, changing, gaps, paper } from './sites.ts'
import type { Site } from './web.ts'
import { openWorld } from './world.ts'

const TRICKS = 'stupid feed tricks'
const PAGE =
  '<!doctype html><html><head><title>Error</title></head><body><h1>Sorry</h1></body></html>'
const html = (body: string) => always(body, { headers: { 'content-type': 'text/html' } })
const to = (location: string, status = 302) => new Response(null, { status, headers: { location } })

line(TRICKS, 'HTTP: 200 with an HTML error page', async (saw) => {
  const good = feed(channel(item('one')))
  const { state, words } = await foundBy(changing(good, 24, html(PAGE)), 3)
  expect(state).toMatchObject({ state: 'suspect', items: 1 })
  expect(words).toEqual(['one'])
  saw(`${state?.state}: ${state?.lastError}; what was found stays`)
})

line(TRICKS, 'HTTP: a 301 of everything to one error page', async (saw) => {
  const site: Site = ({ path }) => (path === '/error' ? html(PAGE)({} as never) : to('/error', 301))
  const { state } = await foundBy(site, 10)
  expect(state).toMatchObject({ state: 'suspect', movedTo: null })
  saw(`${state?.state}, the move is not remembered`)
})

line(TRICKS, 'HTTP: a 60-second answer', async (saw) => {
  const world = await openWorld({
    'a.example': async (visit) => {
      if (visit.path !== '/feed') return new Response('', { status: 404 })
      await pass(world.clock, 60)
      return new Response(channel(item('one')))
    },
  })
  await world.days(2)
  const state = await world.source('a.example')
  expect(state).toMatchObject({ state: 'slow', lastError: 'no whole answer within 20 s' })
  saw(`${state?.state}: ${state?.lastError}`)
})

line(TRICKS, 'HTTP: an answer that never ends', async (saw) => {
  const world = await openWorld({
    'a.example': async (visit) => {
      if (visit.path !== '/feed') return new Response('', { status: 404 })
      await pass(world.clock, 1)
      const trickle = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('<rss>')),
        pull: async () => {
          await pass(world.clock, 60)
          await new Promise(() => undefined)
        },
      })
      return new Response(trickle)
    },
  })
  await world.days(2)
  expect(await world.source('a.example')).toMatchObject({
    state: 'slow',
    lastError: 'no whole answer within 20 s',
  })
  saw('cut off after 20 s')
})

line(TRICKS, 'HTTP: an infinite body', async (saw) => {
  const block = new Uint8Array(256 * 1024).fill(32)
  const endless = () =>
    new ReadableStream({ pull: (controller) => controller.enqueue(block) }, { highWaterMark: 0 })
  const { state, world } = await foundBy(() => new Response(endless()), 3)
  expect(state).toMatchObject({ state: 'suspect', lastError: 'the answer is larger than 5 MB' })
  expect(Math.min(...gaps(world.asked('a.example')))).toBeGreaterThanOrEqual(24)
  saw(`${state?.lastError}; a day until the next`)
})

line(TRICKS, 'HTTP: a wrong content type', async (saw) => {
  for (const type of ['text/html', 'image/png', 'application/octet-stream', '']) {
    const { words } = await foundBy(feed(channel(item('one')), { 'content-type': type }))
    expect(words, type).toEqual(['one'])
  }
  saw('a feed is a feed as text/html, image/png, octet-stream and without any')
})

line(TRICKS, 'HTTP: a redirect made in HTML or script', async (saw) => {
  const refresh = '<html><head><meta http-equiv="refresh" content="0;url=/b"></head></html>'
  const script = '<html><script>location.href = "/b"</script></html>'
  for (const body of [refresh, script]) {
    const { state, world } = await foundBy(html(body))
    expect(state?.state).toBe('suspect')
    expect(world.asked('a.example').map(({ path }) => path)).toEqual(['/feed'])
  }
  saw('not followed; the source is suspect')
})

line(TRICKS, 'HTTP: a redirect loop', async (saw) => {
  const { state, world } = await foundBy(({ path }) => to(path === '/feed' ? '/b' : '/feed'), 0.05)
  expect(state).toMatchObject({ lastError: 'the redirects go round in a loop' })
  expect(world.asked('a.example').length).toBe(2)
  saw(`${state?.lastError}, seen after 2 requests`)
})

line(TRICKS, 'HTTP: a long chain of redirects', async (saw) => {
  const { state, world } = await foundBy(({ path }) => to(`${path}x`), 0.05)
  expect(state?.lastError).toBe('over 5 redirects')
  expect(world.asked('a.example').length).toBe(6)
  saw(`${state?.lastError}: 6 requests`)
})

line(TRICKS, 'HTTP: 304 to everything conditional although the feed changed', async (saw) => {
  const liar: Site = (visit) =>
    visit.at < START + 10 * DAY ? paper(12)(visit) : new Response(null, { status: 304 })
  const { state, world } = await foundBy(liar, 40)
  expect(state?.state).toBe('suspect')
  expect(
    world.asked('a.example').filter(({ headers }) => !headers.has('if-none-match')).length,
  ).toBe(1)
  saw(`${state?.state}: ${state?.lastError}; an operator may ask anew`)
})

for (const status of [420, 500, 503]) {
  line(TRICKS, `HTTP: throttling with ${status}`, async (saw) => {
    const { world } = await foundBy(changing(paper(24), 24, always('', { status })), 8)
    const between = gaps(world.asked('a.example').filter((visit) => visit.status === status))
    expect(between.length).toBeGreaterThan(2)
    expect(between.every((gap, at) => gap >= Math.min(between[at - 1] ?? 2, 24))).toBe(true)
    saw(`waits of ${between.slice(0, 4).map(Math.round).join(', ')} h`)
  })
}

line(TRICKS, 'HTTP: a redirect onto a URL that is another source', async (saw) => {
  const other = feed(channel(item('other')))
  const world = await openWorld({
    'a.example': () => to('https://b.example/feed', 301),
    'b.example': other,
  })
  await world.days(4)
  const lastError = 'it leads to the address of source b-example'
  expect(await world.source('a.example')).toMatchObject({ state: 'suspect', lastError })
  const asked = world.asked('b.example').filter(({ path }) => path === '/feed')
  expect(asked.filter(({ status }) => status === 200).length).toBeLessThan(40)
  expect(Math.min(...gaps(asked))).toBeGreaterThanOrEqual(1)
  saw(`suspect: ${lastError}`)
})
