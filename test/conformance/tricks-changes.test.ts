import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { HOUR, START } from './clock.ts'
import { line } from './line.ts'
import { channel, foundBy, item } from './shown.ts'
import { changing, gaps } from './sites.ts'
import { robotsTxt, type Site } from './web.ts'

const TRICKS = 'stupid feed tricks'

/** A feed that is another at each fetch; no validators would be of use to it. */
const moving =
  (body: (nth: number, at: number) => string): Site =>
  ({ path, nth, at }) =>
    path === '/feed'
      ? new Response(channel(body(nth, at)), { headers: { etag: `"${nth}"` } })
      : new Response('', { status: 404 })

const MOVING: [string, (nth: number) => string][] = [
  ['guid changing at each fetch', (nth) => item('a', `<guid>${nth}</guid>`)],
  [
    'a date changing at each fetch',
    (nth) => item('a', `<pubDate>${new Date(START - nth * 1000).toUTCString()}</pubDate>`),
  ],
  [
    'date renewed by each edit',
    (nth) => item('a', `<pubDate>${new Date(START + nth * 1000).toUTCString()}</pubDate>`),
  ],
  [
    'content changed with the date unchanged',
    (nth) => item('a', `<description>v${nth}</description>`),
  ],
  ['title changed', (nth) => item('a').replace('</title>', ` v${nth}</title>`)],
  [
    'content different on each fetch',
    (nth) => `<!-- ${nth} -->${item('a', `<description>${Math.sin(nth)}</description>`)}`,
  ],
]

for (const [rule, body] of MOVING) {
  line(TRICKS, `RSS: ${rule}`, async (saw) => {
    const { words, world } = await foundBy(moving(body), 4)
    const fetched = world.asked('a.example').filter(({ path }) => path === '/feed').length
    expect(fetched).toBeGreaterThan(4)
    expect(words).toEqual(['a'])
    saw(`${fetched} fetches, 1 article`)
  })
}

line(TRICKS, 'RSS: title and link changed', async (saw) => {
  const { words } = await foundBy(
    moving((nth) => item(nth < 3 ? 'a' : 'b')),
    2,
  )
  expect(words).toEqual(['a', 'b'])
  saw('another address is another page; whether its article is the same, its text tells')
})

line(TRICKS, 'other: twelve edits in four hours', async (saw) => {
  const edit = (at: number) => Math.min(Math.floor((at - START) / HOUR / 0.33), 11)
  const { words, world } = await foundBy(
    moving((_, at) => item('a', `<description>edit ${edit(at)}</description>`)),
    1,
  )
  expect(words).toEqual(['a'])
  expect(
    Math.min(...gaps(world.asked('a.example').filter(({ path }) => path === '/feed'))),
  ).toBeGreaterThanOrEqual(1)
  saw('one page, and no more than a look an hour')
})

line(TRICKS, 'other: updates published as new posts', async (saw) => {
  const { words } = await foundBy(
    moving((nth) => item('a') + (nth > 0 ? item('a-update') : '')),
    1,
  )
  expect(words).toEqual(['a', 'a-update'])
  saw('each is read once; duplicates are told by what they say')
})

line(TRICKS, 'other: a two-week-old copy now and then', async (saw) => {
  const old = item('old')
  const { words, state } = await foundBy(
    moving((nth) => (nth % 3 === 2 ? old : item('new') + old)),
    4,
  )
  expect(words).toEqual(['new', 'old'])
  expect(state?.state).toBe('ok')
  saw('nothing is lost and nothing is found twice')
})

line(TRICKS, 'other: bursts', async (saw) => {
  const burst = (at: number) => (at < START + 30 * HOUR ? 0 : 60)
  const items = (count: number) => Array.from({ length: count }, (_, at) => item(`n${at}`)).join('')
  const { words, world } = await foundBy(
    moving((_, at) => item('a') + items(burst(at))),
    4,
  )
  expect(words.length).toBe(61)
  expect(world.web.most.aHost).toBe(1)
  const pages = gaps(world.asked('a.example').filter(({ path }) => path.startsWith('/n')))
  expect(Math.min(...pages) * 3600).toBeGreaterThanOrEqual(2)
  saw('60 articles at once: asked for one by one, at least 2 s apart')
})

line(TRICKS, 'other: a source that suddenly shows nothing', async (saw) => {
  const { state, words } = await foundBy(
    changing(
      moving(() => item('a')),
      24,
      moving(() => ''),
    ),
    3,
  )
  expect(state).toMatchObject({ state: 'suspect', items: 1 })
  expect(words).toEqual(['a'])
  saw(`${state?.state}: ${state?.lastError}`)
})

line(TRICKS, 'other: a feed that robots.txt forbids', async (saw) => {
  const { state, world } = await foundBy(
    ({ path }) =>
      path === '/robots.txt'
        ? robotsTxt('User-agent: *\nDisallow: /feed')
        : new Response(channel(item('a'))),
    3,
  )
  expect(world.asked('a.example')).toEqual([])
  expect(state).toMatchObject({
    state: 'blocked',
    lastError: 'robots.txt forbids it: Disallow: /feed',
  })
  saw(`never asked for; ${state?.state}: ${state?.lastError}`)
})

line(TRICKS, 'other: hostile script in content', async (saw) => {
  const evil =
    '<description>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p onclick="x()"&gt;Words&lt;/p&gt;</description>'
  await foundBy(moving(() => item('a', evil)))
  const page = await env.DB.prepare('SELECT feed_text AS text FROM pages').first<{ text: string }>()
  expect(page?.text).toBe('Words')
  saw('only its words are kept: Words')
})
