import { expect, test } from 'vitest'
import { itemsIn, read, rss } from './read.ts'

const B = '<item><title>B</title><link>https://news.example/b</link></item>'
const titlesIn = async (feed: string) => (await itemsIn(feed)).map(({ title }) => title)

test.each(['\ufeff', '  \n', 'junk ', '<br />\n<b>Warning</b>: x in y.php\n', '<!-- cached -->'])(
  'a feed behind “%s” is a feed',
  async (before) => {
    expect(await titlesIn(`${before}${rss(B)}`)).toEqual(['B'])
  },
)

test('what follows a feed is not of it', async () => {
  expect(await titlesIn(`${rss(B)}<script>x</script><!-- cached --><p>`)).toEqual(['B'])
})

test('CDATA in pieces, in tags and around tags is one text', async () => {
  const feed = rss(`<item><title><![CDATA[A <i>]]>b &amp; <![CDATA[c &amp; d</i>]]></title>
    <link><![CDATA[ https://news.example/a?x=1&y=2 ]]></link>
    <description><![CDATA[<p>x</p> <item> <title>y]]></description></item>`)
  expect(await itemsIn(feed)).toMatchObject([
    { title: 'A b & c & d', url: 'https://news.example/a?x=1&y=2', text: 'x' },
  ])
})

test('no entity is expanded but those of XML and HTML', async () => {
  const bomb = '<!DOCTYPE r [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]>'
  const item = '<item><title>&b;&eacute;&amp;amp;&#8217;</title><link>/a</link></item>'
  expect(await titlesIn(`${bomb}${rss(item)}`)).toEqual(['&b;é&’'])
})

test('hostile script in content is no text', async () => {
  const content = `<![CDATA[<p onclick="x()">One</p><script>alert(1)</script><style>p{}</style>
    <iframe src="x">y</iframe><svg><script>z</script></svg><p>Two</p>]]>`
  const [item] = await itemsIn(
    rss(`<item><link>/a</link><content:encoded>${content}</content:encoded></item>`),
  )
  expect(item?.text).toBe('One\n\nTwo')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@b.example'])(
  'a link that is %s is none',
  async (link) => {
    expect(await read(rss(`<item><title>A</title><link>${link}</link></item>`))).toMatchObject({
      items: [],
      unreadable: ['no link: A'],
    })
  },
)
