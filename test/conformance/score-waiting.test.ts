import { expect } from 'vitest'
import { DAY, START } from './clock.ts'
import { line } from './line.ts'
import { always, changing, feedOf, few, gaps, paper } from './sites.ts'
import { openWorld } from './world.ts'

const SCORE = 'feed-reader score'

async function waitAfter(nth: number, init: ResponseInit): Promise<number> {
  const world = await openWorld({
    'a.example': (visit) => (visit.nth === nth ? new Response('', init) : paper(48)(visit)),
  })
  await world.days(4)
  return gaps(world.asked('a.example'))[nth] ?? 0
}

line(SCORE, 'Retry-After in seconds is obeyed', async (saw) => {
  const hours = await waitAfter(1, { status: 429, headers: { 'retry-after': '180000' } })
  expect(Math.floor(hours)).toBe(50)
  saw(`429 with 180000: ${few(hours)} h`)
})

line(SCORE, 'Retry-After as a date is obeyed', async (saw) => {
  const date = new Date(START + 100 * 3_600_000).toUTCString()
  const world = await openWorld({
    'a.example': (visit) =>
      visit.nth === 2
        ? new Response('', { status: 503, headers: { 'retry-after': date } })
        : paper(48)(visit),
  })
  await world.days(6)
  const next = world.asked('a.example')[3]
  expect(next?.at).toBeGreaterThanOrEqual(Date.parse(date))
  saw(`503 with ${date}: asked ${new Date(next?.at ?? 0).toUTCString()}`)
})

line(SCORE, 'Retry-After is obeyed on any answer', async (saw) => {
  const seen = []
  for (const status of [200, 304, 302, 403, 404, 500]) {
    const headers = { 'retry-after': '90000', etag: '"x"', location: '/elsewhere' }
    const body = status === 304 ? null : feedOf(['A film'])
    const world = await openWorld({
      'a.example': (visit) =>
        visit.nth === 1 ? new Response(body, { status, headers }) : paper(48)(visit),
    })
    await world.days(2)
    const hours = gaps(world.asked('a.example'))[1] ?? 0
    expect(hours, String(status)).toBeGreaterThanOrEqual(25)
    expect(world.asked('a.example').filter(({ path }) => path === '/elsewhere')).toEqual([])
    seen.push(`${status}: ${few(hours)} h`)
  }
  saw(`90000 s on ${seen.join(', ')}`)
})

for (const status of [429, 503, 420]) {
  line(SCORE, `a bare ${status} slows down too`, async (saw) => {
    const world = await openWorld({
      'a.example': changing(
        paper(1),
        48,
        always('slow down', { status, headers: { 'content-type': 'text/plain' } }),
      ),
    })
    await world.days(12)
    const between = gaps(world.asked('a.example').filter(({ at }) => at >= START + 2 * DAY))
    expect(between.length).toBeGreaterThan(3)
    for (const [at, gap] of between.entries()) {
      expect(gap).toBeGreaterThanOrEqual(Math.min(between[at - 1] ?? 1, 24))
    }
    expect(between.at(-1)).toBeGreaterThanOrEqual(24)
    expect((await world.source('a.example'))?.lastError).toContain(`HTTP ${status}: “slow down”`)
    saw(`waits of ${between.slice(0, 5).map(few).join(', ')} h`)
  })
}

line(
  SCORE,
  'a host that asked us to wait is left alone by all its sources and pages',
  async (saw) => {
    const world = await openWorld(
      {
        'a.example': ({ path, nth }) =>
          path === '/one' && nth === 0
            ? new Response('', { status: 429, headers: { 'retry-after': '36000' } })
            : new Response(feedOf(['Glass Harbor 2 news']), { headers: { etag: '"a"' } }),
      },
      { sources: ['https://a.example/one'] },
    )
    await world.days(0.2)
    expect(world.asked('a.example').length).toBe(1)
    await world.days(0.5)
    const [first, second] = world.asked('a.example')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(36_000_000)
    saw('nothing for 10 hours after Retry-After: 36000')
  },
)

line(SCORE, 'Cache-Control: max-age is obeyed', async (saw) => {
  const world = await openWorld({
    'a.example': paper(1, { 'cache-control': 'public, max-age=36000' }),
  })
  await world.days(5)
  const least = Math.min(...gaps(world.asked('a.example')))
  expect(Math.floor(least)).toBe(10)
  saw(`max-age=36000: at least ${few(least)} h apart, on 200 and 304`)
})

line(SCORE, 'RSS ttl is obeyed', async (saw) => {
  const world = await openWorld({ 'a.example': paper(1, {}, '<ttl>300</ttl>') })
  await world.days(5)
  const least = Math.min(...gaps(world.asked('a.example')))
  expect(Math.floor(least)).toBe(5)
  saw(`ttl of 300 minutes: at least ${few(least)} h apart`)
})

line(SCORE, 'RSS skipHours is obeyed', async (saw) => {
  const hours = [0, 1, 2, 3, 4, 5, 6, 22, 23]
  const skip = `<skipHours>${hours.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`
  const world = await openWorld({ 'a.example': paper(1, {}, skip) })
  await world.days(5)
  const asked = world
    .asked('a.example')
    .slice(1)
    .map(({ at }) => new Date(at).getUTCHours())
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((hour) => hours.includes(hour))).toEqual([])
  saw(`${asked.length} requests, none from 22 to 7 h`)
})

line(SCORE, 'RSS skipDays is obeyed', async (saw) => {
  const skip = '<skipDays><day>Saturday</day><day>Sunday</day></skipDays>'
  const world = await openWorld({ 'a.example': paper(1, {}, skip) })
  await world.days(9)
  const asked = world
    .asked('a.example')
    .slice(1)
    .map(({ at }) => new Date(at).getUTCDay())
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((day) => day === 0 || day === 6)).toEqual([])
  saw(`${asked.length} requests, none on a Saturday or Sunday`)
})

line(SCORE, 'slower for feeds that rarely change', async (saw) => {
  const counts: number[] = []
  for (const every of [1, 24, 24 * 14]) {
    const world = await openWorld({ 'a.example': paper(every) })
    await world.days(14)
    counts.push(world.asked('a.example').length)
  }
  const [hourly = 0, daily = 0, rarely = 0] = counts
  expect(daily).toBeLessThan(hourly / 3)
  expect(rarely).toBeLessThan(daily / 1.8)
  saw(
    `in 14 days ${hourly} requests where news come hourly, ${daily} daily, ${rarely} every two weeks`,
  )
})
