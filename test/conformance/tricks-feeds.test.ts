import { expect } from 'vitest'
import { line } from './line.ts'
import { channel, feed, foundBy, item } from './shown.ts'

const TRICKS = 'stupid feed tricks'
const B = item('b')

const ILL_FORMED = [
  `<item><title>Glass Harbor 2 A & B</title><link>https://a.example/a</link></item>${B}`,
  `<item><title>Glass Harbor 2<link>https://a.example/a</link></item>${B}`,
  `<item><title>Glass Harbor 2</titel><link>https://a.example/a</link></item>${B}`,
  `</foo>${item('a')}${B}`,
  `${item('a')}<item><title x="1>Glass Harbor 2</title></item>${B}`,
]

line(TRICKS, 'XML: ill-formed anywhere', async (saw) => {
  for (const body of ILL_FORMED) expect((await foundBy(feed(channel(body)))).words).toContain('b')
  const { words } = await foundBy(
    feed(channel(`${item('a')}${B}<item><tit`).replace(/<\/channel.*/, '')),
  )
  expect(words).toEqual(['a', 'b'])
  saw(`${ILL_FORMED.length} kinds and a cut-off feed: the other items are read`)
})

line(TRICKS, 'XML: raw HTML inside of elements', async (saw) => {
  const html = '<description><p>Hello <a href="x">you</a><br>there</p><img src=y></description>'
  const { pages } = await foundBy(feed(channel(item('a', html) + B)))
  expect(pages.map(({ text }) => text)).toEqual(['Hello you\n\nthere', ''])
  saw('read as HTML: Hello you / there')
})

line(TRICKS, 'XML: illegal characters', async (saw) => {
  const { pages } = await foundBy(feed(channel(item('a').replace('2 a', '2 \x0b\x1f&#1;a') + B)))
  expect(pages.map(({ title }) => title)).toEqual(['Glass Harbor 2 a', 'Glass Harbor 2 b'])
  saw('they vanish, the items are read')
})

line(TRICKS, 'XML: wrong declared encoding', async (saw) => {
  const text = channel(item('a', '<description>Zoë “said” so</description>'))
  const wrong = text.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="iso-8859-1"?>')
  const { pages } = await foundBy(feed(wrong))
  expect(pages[0]?.text).toBe('Zoë “said” so')
  saw('UTF-8 declared as ISO-8859-1 is read as UTF-8')
})

line(TRICKS, 'RSS: any element missing', async (saw) => {
  const bodies = [
    '<item></item>',
    '<item><title>Glass Harbor 2</title></item>',
    '<item><link>https://a.example/glass-harbor-2</link></item>',
    '<item><description>Glass Harbor 2</description><link>https://a.example/d</link></item>',
  ]
  const { words, detail } = await foundBy(feed(channel(bodies.join('') + B)))
  expect(words).toContain('b')
  expect(words).toContain('d')
  expect(detail).toContain('unreadable')
  saw(String(detail))
})

const BY_BODY: [string, string, string[]][] = [
  [
    'RSS: unknown elements with no namespace',
    `<foo>1</foo>${item('a', '<bar><baz/></bar>')}`,
    ['a'],
  ],
  ['RSS: undeclared prefix', item('a', '<foo:bar>1</foo:bar><dc:date>2026-02-28</dc:date>'), ['a']],
  ['RSS: no guid', item('a') + B, ['a', 'b']],
  [
    'RSS: one guid for all items',
    item('a', '<guid>x</guid>') + item('b', '<guid>x</guid>'),
    ['a', 'b'],
  ],
  ['RSS: a one-item feed', item('a'), ['a']],
]

for (const [rule, body, words] of BY_BODY) {
  line(TRICKS, rule, async (saw) => {
    const found = await foundBy(feed(channel(body)))
    expect(found.words).toEqual(words)
    expect(found.state?.state).toBe('ok')
    saw(`${words.length} of ${words.length} items`)
  })
}

const DATES: [string, string, string | null][] = [
  ['no date', '', null],
  ['free-text dates', '<pubDate>some time last week</pubDate>', null],
  [
    'no zone (so a date in the future)',
    '<pubDate>Sun, 01 Mar 2026 05:00:00</pubDate>',
    '2026-03-01T05:00:00.000Z',
  ],
  ['dates thousands of years ahead', '<pubDate>Sun, 01 Mar 9026 05:00:00 GMT</pubDate>', null],
  ['dates thousands of years ago', '<pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>', null],
]

for (const [rule, date, published] of DATES) {
  line(TRICKS, `RSS: ${rule}`, async (saw) => {
    const { pages } = await foundBy(feed(channel(item('a', date))))
    expect(pages).toMatchObject([{ published }])
    saw(`the item is read, its date is ${published ?? 'unknown'}`)
  })
}

line(TRICKS, 'RSS: 10,000 items', async (saw) => {
  const many = Array.from(
    { length: 10_000 },
    (_, at) => `<item><title>Film ${at}</title><link>/${at}</link></item>`,
  )
  const { state, words, detail } = await foundBy(feed(channel(B + many.join(''))))
  expect(state).toMatchObject({ state: 'ok', items: 500 })
  expect(words).toEqual(['b'])
  expect(detail).toContain('9001 entries')
  saw(`${state?.items} items are read; ${detail}`)
})

line(TRICKS, 'RSS: links to another site', async (saw) => {
  const link = item('a').replace('https://a.example/a', 'https://elsewhere.example/a')
  const { pages, world } = await foundBy(feed(channel(link)), 0.1, {})
  expect(pages.map(({ url }) => url)).toEqual(['https://elsewhere.example/a'])
  expect(world.web.visits.some(({ url }) => url === 'https://elsewhere.example/robots.txt')).toBe(
    true,
  )
  saw('read from there, by the rules of that host')
})

line(TRICKS, 'Atom: any of it', async (saw) => {
  const entry = (word: string) =>
    `<entry><title>Glass Harbor 2 ${word}</title><link href="https://a.example/${word}"/></entry>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom">${entry('a')}<entry/><foo/>${entry('b')}</feed>`
  const { words } = await foundBy(feed(atom))
  expect(words).toEqual(['a', 'b'])
  saw('no id, no date, an empty entry: 2 of 2 items')
})
