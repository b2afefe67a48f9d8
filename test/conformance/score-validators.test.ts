import { expect } from 'vitest'
import { HOUR, START } from './clock.ts'
import { line } from './line.ts'
import { always, changing, edition, feedOf, few, gaps, isConditional, paper } from './sites.ts'
import { openWorld } from './world.ts'

const SCORE = 'feed-reader score'

line(SCORE, 'only the very first request is unconditional', async (saw) => {
  const world = await openWorld({ 'a.example': paper(48) })
  await world.days(60)
  const asked = world.asked('a.example')
  expect(asked.length).toBeGreaterThan(60)
  expect(asked.map(isConditional)).toEqual(asked.map((_, at) => at > 0))
  saw(`${asked.length} requests in 60 days, 1 of them unconditional`)
})

line(SCORE, 'validators go back exactly as they came, as a pair', async (saw) => {
  const world = await openWorld({ 'a.example': paper(48) })
  await world.days(10)
  const [first, ...later] = world.asked('a.example')
  let given = first && edition(first, 48)
  expect(later.length).toBeGreaterThan(10)
  for (const visit of later) {
    const { headers } = visit
    const sent = [headers.get('if-none-match'), headers.get('if-modified-since')]
    expect(sent).toEqual([given?.etag, given?.lastModified])
    given = edition(visit, 48)
  }
  saw(`${later.length} times both, as ${given?.etag}, ${given?.lastModified}`)
})

line(SCORE, 'every 200 renews them, also one that gives only one of the two', async (saw) => {
  const answers: [string, string | null][] = [
    ['"one"', 'Sun, 01 Mar 2026 00:00:00 GMT'],
    ['"two"', null],
    ['W/"three, with \'quotes\'"', 'sunday'],
  ]
  const world = await openWorld({
    'a.example': ({ nth }) => {
      const [etag, time] = answers[nth] ?? ['"last"', null]
      const headers = { etag, ...(time === null ? {} : { 'last-modified': time }) }
      return new Response(feedOf([`Film ${nth}`]), { headers })
    },
  })
  await world.days(2)
  const sent = world.asked('a.example').slice(1, 4)
  const seen = sent.map(({ headers }) => [
    headers.get('if-none-match'),
    headers.get('if-modified-since'),
  ])
  expect(seen).toEqual(answers)
  saw(seen.map((pair) => pair.join(' + ')).join('; '))
})

line(SCORE, 'a 304 that carries new ones renews them', async (saw) => {
  const world = await openWorld({
    'a.example': ({ nth }) =>
      nth === 0
        ? new Response(feedOf(['A film']), { headers: { etag: '"old"' } })
        : new Response(null, { status: 304, headers: nth === 1 ? { etag: '"new"' } : {} }),
  })
  await world.days(2)
  const tags = world.asked('a.example').map(({ headers }) => headers.get('if-none-match'))
  expect(tags.slice(0, 4)).toEqual([null, '"old"', '"new"', '"new"'])
  saw(`none, then ${[...new Set(tags.slice(1))].join(', then ')}`)
})

line(SCORE, 'kept through 429, 5xx, a broken network and a page', async (saw) => {
  const bad = [
    () => new Response('', { status: 429 }),
    () => new Response('', { status: 500 }),
    () => new Response('', { status: 503, headers: { 'retry-after': '60' } }),
    () => Promise.reject(new Error('connection reset')),
    () => new Response('<!doctype html><p>Oops</p>', { headers: { 'content-type': 'text/html' } }),
    () => new Response('', { status: 404 }),
  ]
  const good = () => new Response(feedOf(['A film']), { headers: { etag: '"kept"' } })
  const world = await openWorld({ 'a.example': ({ nth }) => (bad[nth - 1] ?? good)() })
  await world.days(60)
  const asked = world.asked('a.example')
  expect(asked.length).toBeGreaterThan(bad.length + 1)
  for (const visit of asked.slice(1)) expect(visit.headers.get('if-none-match')).toBe('"kept"')
  saw(`${bad.length} failures, "kept" in each of ${asked.length - 1} requests`)
})

line(SCORE, 'never invented', async (saw) => {
  const world = await openWorld({
    'bare.example': always(feedOf(['A film'])),
    'tag.example': always(feedOf(['A film']), { headers: { etag: '"a"' } }),
    'time.example': always(feedOf(['A film']), { headers: { 'last-modified': 'yesterday' } }),
  })
  await world.days(5)
  const sent = (host: string) => {
    const headers = world.asked(host).at(-1)?.headers
    return [headers?.get('if-none-match'), headers?.get('if-modified-since')]
  }
  expect(sent('bare.example')).toEqual([null, null])
  expect(sent('tag.example')).toEqual(['"a"', null])
  expect(sent('time.example')).toEqual([null, 'yesterday'])
  saw('to a server that gave none: none; ETag alone: If-None-Match alone; and the reverse')
})

line(SCORE, 'never forgotten by age', async (saw) => {
  const world = await openWorld({ 'a.example': paper(10_000) })
  await world.days(60)
  const last = world.asked('a.example').at(-1)
  expect((last?.at ?? 0) - START).toBeGreaterThan(58 * 24 * HOUR)
  expect(last?.headers.get('if-none-match')).toBe('W/"issue 0"')
  saw('after 60 days of 304 the first ETag is still sent')
})

line(SCORE, 'conditional requests are an hour apart', async (saw) => {
  const world = await openWorld({ 'a.example': paper(1) })
  await world.days(5)
  const between = gaps(world.asked('a.example'))
  expect(between.length).toBeGreaterThan(100)
  expect(Math.min(...between)).toBeGreaterThanOrEqual(1)
  saw(
    `${between.length + 1} requests to a feed that changes hourly, at least ${few(Math.min(...between))} h apart`,
  )
})

line(SCORE, 'unconditional requests are a day apart', async (saw) => {
  const world = await openWorld({
    'a.example': ({ nth }) => new Response(feedOf([`Film ${nth}`])),
    'b.example': changing(always('<p>no feed</p>'), 100, always(feedOf(['A film']))),
  })
  await world.days(60)
  const between = [...gaps(world.asked('a.example')), ...gaps(world.asked('b.example'))]
  expect(between.length).toBeGreaterThan(60)
  expect(Math.min(...between)).toBeGreaterThanOrEqual(24)
  saw(`a server without validators: at least ${few(Math.min(...between))} h apart`)
})

line(SCORE, 'the same across restarts, replayed crons and redelivered jobs', async (saw) => {
  const calm = await openWorld({ 'a.example': paper(6) })
  await calm.days(10)
  const once = calm.asked('a.example').map(({ at }) => at)
  const world = await openWorld({ 'a.example': paper(6) }, { replays: true })
  await world.days(10)
  expect(world.asked('a.example').map(({ at }) => at)).toEqual(once)
  saw(`everything twice, and a new App each time: the same ${once.length} requests`)
})

line(SCORE, 'no double request when a source is added', async (saw) => {
  const world = await openWorld({ 'a.example': paper(48) }, { consumers: 3 })
  await Promise.all([world.cron(), world.rescan(), world.cron()])
  await world.days(0.04)
  expect(world.asked('a.example').length).toBe(1)
  saw('two crons and an admin at once: 1 request')
})
