import { expect, test } from 'vitest'
import { atom, itemsIn, NOW, read, rss } from './read.ts'

const B = '<item><title>B</title><link>https://news.example/b</link></item>'
const titlesIn = async (feed: string) => (await itemsIn(feed)).map(({ title }) => title)

test.each([
  ['an ampersand', '<item><title>A & A</title><link>/a</link></item>', 'A & A'],
  ['a sign of less', '<item><title>A < 3</title><link>/a</link></item>', 'A < 3'],
  ['an unclosed title', '<item><title>A<link>/a</link></item>', 'A'],
  ['an unclosed item', '<item><title>A</title><link>/a</link>', 'A'],
  ['an unclosed stranger', '<item><x><title>A</title><link>/a</link></item>', 'A'],
  ['a misspelt end', '<item><title>A</titel><link>/a</link></item>', 'A'],
  ['an open quotation mark', '<item><title x="1>A</title><link>/a</link></item>', 'A'],
  [
    'an open CDATA',
    '<item><title>A</title><link>/a</link><description><![CDATA[x</description></item>',
    'A',
  ],
  ['crossed elements', '<item><title><i>A</title></i><link>/a</link></item>', 'A'],
  ['an end without a start', '</foo></b><item><title>A</title><link>/a</link></item>', 'A'],
  ['an open comment', '<!-- <item><title>A</title><link>/a</link></item>', 'A'],
])('ill-formed by %s, a feed loses no item', async (_what, broken, title) => {
  expect(await titlesIn(rss(broken + B))).toEqual([title, 'B'])
})

test('a CDATA section that is left open does not reach into the next item’s', async () => {
  const item = (title: string, text: string) =>
    `<item><title>${title}</title><link>/${title}</link><description><![CDATA[${text}</description></item>`
  const items = await itemsIn(rss(item('A', '<p>One</p>') + item('B', '<p>Two</p>]]>')))
  expect(items).toMatchObject([
    { title: 'A', text: 'One' },
    { title: 'B', text: 'Two' },
  ])
})

test('a feed that is cut off keeps what is whole, and follows no half link', async () => {
  const feed = rss(`${B}<item><title>C</title><link>https://news.example/c`).replace(
    /<\/channel.*/,
    '',
  )
  expect(await read(feed)).toMatchObject({
    items: [{ title: 'B' }],
    unreadable: ['no link: C'],
  })
})

test('raw HTML inside of elements is read as HTML', async () => {
  const [item] = await itemsIn(
    rss(`<item><title>A <b>bold</b> one</title><link>/a</link>
      <description><p>Hello <a href="x">you</a><br>there</p><img src=y></description></item>`),
  )
  expect(item).toMatchObject({ title: 'A bold one', text: 'Hello you\n\nthere' })
})

test('illegal characters vanish', async () => {
  const feed = rss('<item><title>A\0\x0b\x1f&#0;&#1;\uffff B</title><link>/a</link></item>')
  expect(await titlesIn(feed)).toEqual(['A\ufffd B'])
})

test.each([
  ['every one', '<item></item>', ['no link: an entry without title']],
  ['the link', '<item><title>A</title></item>', ['no link: A']],
])('an item that lacks %s is told, and the others are read', async (_what, item, unreadable) => {
  expect(await read(rss(item + B))).toMatchObject({ items: [{ title: 'B' }], unreadable })
})

test('an item with a link alone is an item', async () => {
  expect(await itemsIn(rss('<item><link>/a</link></item>'))).toEqual([
    {
      url: 'https://news.example/a',
      title: '',
      published: null,
      updated: null,
      authors: [],
      summary: '',
      text: '',
    },
  ])
})

test.each([
  ['no channel', `<rss>${B}</rss>`],
  ['no rss', `<channel>${B}</channel>`],
  ['neither', B],
  ['an RSS namespace', `<rss xmlns="http://backend.userland.com/rss2">${B}</rss>`],
  ['capitals', rss(B).toUpperCase().replace('HTTPS://NEWS.EXAMPLE/B', 'https://news.example/b')],
  [
    'a prefix on all',
    rss(B)
      .replace(/<(\/?)(\w)/g, '<$1r:$2')
      .replace('<r:rss', '<r:rss xmlns:r="x"'),
  ],
])('a feed with %s is a feed', async (_what, feed) => {
  expect(await itemsIn(feed)).toMatchObject([{ url: 'https://news.example/b', title: 'B' }])
})

test('unknown elements and undeclared prefixes say nothing', async () => {
  const feed = rss(`<item><foo>x</foo><media:group><media:title>wrong</media:title>
    <title>wrong too</title></media:group><foo:title>wrong as well</foo:title>
    <title>A</title><link>/a</link><enclosure url="/x.mp3"/></item>`)
  expect(await itemsIn(feed)).toMatchObject([{ title: 'A', url: 'https://news.example/a' }])
})

test('an undeclared prefix means what it usually does, a declared one what is declared', async () => {
  const feed = rss(
    `<item><link>/a</link><dc:creator>Ann Lee</dc:creator></item>
     <item><link>/b</link><d:creator>Bo Ray</d:creator></item>`,
    'xmlns:d="http://purl.org/dc/elements/1.1/"',
  )
  expect(await itemsIn(feed)).toMatchObject([{ authors: ['Ann Lee'] }, { authors: ['Bo Ray'] }])
})

test('a guid is an address where nothing says that it is none', async () => {
  const feed = rss(`<item><title>A</title><guid>https://news.example/a</guid></item>
    <item><title>B</title><guid isPermaLink="false">https://news.example/b</guid></item>
    <item><title>C</title><guid>tag:news.example,2026:c</guid></item>`)
  expect(await read(feed)).toMatchObject({
    items: [{ title: 'A', url: 'https://news.example/a' }],
    unreadable: ['no link: B', 'no link: C'],
  })
})

test('one guid for all items does not make them one', async () => {
  const guid = '<guid>https://news.example/</guid>'
  const feed = rss(
    `<item><title>A</title><link>/a</link>${guid}</item><item><title>B</title><link>/b</link>${guid}</item>`,
  )
  expect(await titlesIn(feed)).toEqual(['A', 'B'])
})

test('one link for all items is one item, and the others are told', async () => {
  const feed = rss(
    `<item><title>A</title><link>/</link></item><item><title>B</title><link>/</link></item>`,
  )
  expect(await read(feed)).toMatchObject({
    items: [{ title: 'A' }],
    unreadable: ['“B” has the address of “A”'],
  })
})

test('a link to another site is kept as it is', async () => {
  const [item] = await itemsIn(
    rss('<item><link>https://other.example/x?utm_source=y</link></item>'),
  )
  expect(item?.url).toBe('https://other.example/x')
})

test.each([false, true])(
  'of 10,000 items the newest 500 are read, oldest first %s',
  async (isTurned) => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => (isTurned ? at : 9999 - at))
    const at = (number: number) =>
      new Date(NOW.getTime() - (10_000 - number) * 60_000).toUTCString()
    const feed = rss(
      numbers.map((n) => `<item><link>/${n}</link><pubDate>${at(n)}</pubDate></item>`).join(''),
    )
    const reading = await read(feed)
    if (reading.kind === 'broken') throw new Error(reading.reason)
    const read500 = new Set(reading.items.map(({ url }) => Number(url.split('/').pop())))
    expect(read500.size).toBe(500)
    expect([...read500].every((number) => number >= 9500)).toBe(true)
    expect(reading.unreadable.join()).toContain('9000 entries')
  },
)

test('an Atom entry that is broken takes no other with it', async () => {
  const feed = atom(`<entry><title type="html">A &lt;b</title><link href="/a></entry>
    <entry><title>B</title><link href="/b"/></entry>`)
  expect(await read(feed)).toMatchObject({
    items: [{ title: 'B' }],
    unreadable: [expect.any(String)],
  })
})
