import { expect, test } from 'vitest'
import { atom, itemsIn, read, rss } from './read.ts'

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'

test('an RSS item gives all that it says', async () => {
  const feed = rss(`<item><title>Tom &amp;amp; Ann</title><link>/a?utm_source=rss</link>
    <pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><atom:updated>2026-03-03T00:00:00Z</atom:updated>
    <dc:creator><![CDATA[Ann Lee and Bo Ray]]></dc:creator><description>short</description>
    <content:encoded><![CDATA[<p>One&nbsp;two\nthree.</p><p>Four.</p>]]></content:encoded></item>`)
  expect(await read(feed)).toEqual({
    kind: 'items',
    format: 'rss',
    hints: {},
    unreadable: [],
    items: [
      {
        url: 'https://news.example/a',
        title: 'Tom & Ann',
        published: '2026-03-02T09:00:00.000Z',
        updated: '2026-03-03T00:00:00.000Z',
        authors: ['Ann Lee', 'Bo Ray'],
        summary: 'short',
        text: 'One two three.\n\nFour.',
      },
    ],
  })
})

test('RSS 0.9 and 1.0 keep items beside the channel', async () => {
  const rdf = (ns: string, items: string) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${ns}"><channel><title>N</title></channel>${items}</rdf:RDF>`
  const old = rdf(
    'http://my.netscape.com/rdf/simple/0.9/',
    '<item><title>A</title><link>/a</link></item>',
  )
  expect(await itemsIn(old)).toMatchObject([{ title: 'A', url: 'https://news.example/a' }])
  const one = rdf(
    'http://purl.org/rss/1.0/',
    `<item rdf:about="https://news.example/b"><title>B</title><dc:date>2026-03-01</dc:date></item>`,
  )
  expect(await itemsIn(one)).toMatchObject([
    { title: 'B', url: 'https://news.example/b', published: '2026-03-01T00:00:00.000Z' },
  ])
})

test('an Atom entry is known by its alternate link, and its content is not its summary', async () => {
  const feed = atom(`<entry><link rel="self" href="/a.atom"/><link rel="enclosure" href="/a.mp3"/>
    <link rel="alternate" href="/a"/><published>2026-03-01T00:00:00Z</published>
    <updated>2026-03-05T00:00:00Z</updated><summary>Short</summary>
    <content type="html">&lt;p&gt;Use &amp;lt;b&amp;gt;&lt;/p&gt;</content></entry>`)
  expect(await itemsIn(feed)).toMatchObject([
    {
      url: 'https://news.example/a',
      published: '2026-03-01T00:00:00.000Z',
      updated: '2026-03-05T00:00:00.000Z',
      summary: 'Short',
      text: 'Use <b>',
    },
  ])
})

test.each([
  ['text', 'a &lt;b> c', 'a <b> c'],
  ['html', 'a &lt;b>b&lt;/b> &amp;amp; c', 'a b & c'],
  ['xhtml', `<div ${XHTML}>a <b>b</b> &amp; &lt;c></div>`, 'a b & <c>'],
  ['xhtml', `<h:div xmlns:h="http://www.w3.org/1999/xhtml">a <h:b>b</h:b></h:div>`, 'a b'],
])('an Atom title of type %s is read as such', async (type, title, shown) => {
  const entry = `<entry><title type="${type}">${title}</title><link href="/a"/></entry>`
  expect(await itemsIn(atom(entry))).toMatchObject([{ title: shown }])
})

test('Atom content that is no text says nothing', async () => {
  const feed = atom(`<entry><link href="/a"/><summary>Short</summary>
    <content type="image/png">iVBORw0KGgo=</content></entry>`)
  expect(await itemsIn(feed)).toMatchObject([{ text: 'Short' }])
})

test('Atom 0.3 is read', async () => {
  const feed = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>A</title>
    <link rel="alternate" href="/a"/><issued>2026-03-01T00:00:00Z</issued>
    <content type="text/html" mode="escaped">&lt;p&gt;Hi</content></entry></feed>`
  expect(await itemsIn(feed)).toMatchObject([{ published: '2026-03-01T00:00:00.000Z', text: 'Hi' }])
})

test('relative links are taken from xml:base, of the feed, the entry and the link', async () => {
  const feed = atom(
    `<entry><link href="a"/></entry><entry xml:base="two/"><link href="b"/></entry>
     <entry xml:base="two/"><link xml:base="/three/" href="c"/></entry>`,
    'xml:base="https://base.example/one/"',
  )
  expect((await itemsIn(feed)).map(({ url }) => url)).toEqual([
    'https://base.example/one/a',
    'https://base.example/one/two/b',
    'https://base.example/three/c',
  ])
})

test('of several alternate links the page is taken, whatever the relation is called', async () => {
  const feed = atom(`<entry><link type="application/json" href="/a.json"/>
    <link rel="http://www.iana.org/assignments/relation/alternate" type="text/html" href="/a"/></entry>`)
  expect((await itemsIn(feed)).map(({ url }) => url)).toEqual(['https://news.example/a'])
})

test.each([
  ['List&lt;T&gt; &lt;b&gt;explained&lt;/b&gt;', 'List<T> explained'],
  ['1 &lt; 2 &amp;&amp; a&lt;b', '1 < 2 && a<b'],
  ['Tom &amp;amp;amp; Ann&amp;#8217;s &amp;amp;quot;x&amp;amp;quot;', 'Tom & Ann’s "x"'],
  [' A\n  B\t&#160;C&#x200b; ', 'A B C'],
])('the title %s is shown as %s', async (title, shown) => {
  expect(await itemsIn(rss(`<item><title>${title}</title><link>/a</link></item>`))).toMatchObject([
    { title: shown },
  ])
})

test('plain text in a description keeps its paragraphs', async () => {
  const feed = rss(
    '<item><link>/a</link><description>One\ntwo.\n\nThree &amp;amp; four.</description></item>',
  )
  expect(await itemsIn(feed)).toMatchObject([{ text: 'One two.\n\nThree & four.' }])
})

test('a feed’s own author is that of entries without one', async () => {
  const feed = atom(`<author><name>Ann Lee</name></author><entry><link href="/a"/></entry>
    <entry><link href="/b"/><author><name>Bo Ray</name><email>b@x.example</email></author></entry>`)
  expect(await itemsIn(feed)).toMatchObject([{ authors: ['Ann Lee'] }, { authors: ['Bo Ray'] }])
})

test.each([
  ['ann@x.example (Ann Lee)', ['Ann Lee']],
  ['Ann Lee &lt;ann@x.example&gt;', ['Ann Lee']],
  ['ann@x.example', []],
  ['By Ann Lee, Bo Ray and Cy Fox', ['Ann Lee', 'Bo Ray', 'Cy Fox']],
  ['Lee, Ann', ['Lee, Ann']],
  ['Simon and Schuster', ['Simon and Schuster']],
])('the author “%s” is %j', async (author, authors) => {
  const feed = rss(`<item><link>/a</link><author>${author}</author></item>`)
  expect(await itemsIn(feed)).toMatchObject([{ authors }])
})

test('the publisher’s own link comes before that of a service in between', async () => {
  const feed = rss(`<item><link>https://feeds.example/~r/1</link>
    <feedburner:origLink>https://news.example/a</feedburner:origLink></item>`)
  expect(await itemsIn(feed)).toMatchObject([{ url: 'https://news.example/a' }])
})
