import { expect, test } from 'vitest'
import { itemsIn, read, rss } from './read.ts'

const item = (title: string) => rss(`<item><title>${title}</title><link>/a</link></item>`)
const declared = (encoding: string, title: string) =>
  item(title).replace('?>', ` encoding="${encoding}"?>`)
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const wide = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      return isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
    }),
  )

async function gzip(text: string | Uint8Array): Promise<Uint8Array> {
  const packed = new Response(text).body?.pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

test.each([
  ['as declared', latin1(declared('iso-8859-1', 'caf\xe9')), null],
  ['as the header says', latin1(item('caf\xe9')), 'text/xml; charset=iso-8859-1'],
  ['UTF-8 that is declared as Latin', declared('iso-8859-1', 'café'), null],
  ['UTF-8 that the header calls Latin', item('café'), 'text/xml; charset=iso-8859-1'],
  ['Latin that is declared as UTF-8', latin1(declared('utf-8', 'caf\xe9')), null],
  ['Latin that is declared as nothing', latin1(item('caf\xe9')), 'text/xml'],
  ['an encoding that nobody knows', declared('x-none', 'café'), null],
  ['UTF-16 with a mark', wide(`\ufeff${declared('utf-16', 'café')}`, true), null],
  ['UTF-16 without a mark', wide(declared('utf-16', 'café'), false), null],
  ['UTF-16 that is none', declared('utf-16', 'café'), null],
])('%s: a title is read', async (_what, body, contentType) => {
  expect(await itemsIn(body, { contentType })).toMatchObject([{ title: 'café' }])
})

test('one bad byte costs one character', async () => {
  const bytes = new TextEncoder().encode(item('café éé é x'))
  bytes[bytes.lastIndexOf(0x78)] = 0xff
  expect(await itemsIn(bytes)).toMatchObject([{ title: 'café éé é \ufffd' }])
})

test('a feed is a feed whatever its content type says', async () => {
  for (const contentType of ['text/html', 'image/png', 'application/json', ';;', '']) {
    expect(await itemsIn(item('A'), { contentType })).toMatchObject([{ title: 'A' }])
  }
})

test('gzip is known by its bytes', async () => {
  expect(await itemsIn(await gzip(item('A')))).toMatchObject([{ title: 'A' }])
})

test('gzip that is cut off, or unpacks to more than 5 MB, is broken', async () => {
  const packed = await gzip(item('A'))
  expect(await read(packed.slice(0, 40))).toMatchObject({
    kind: 'broken',
    reason: 'its gzip cannot be unpacked',
  })
  const bomb = await gzip(new Uint8Array(6 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(10_000)
  expect(await read(bomb)).toMatchObject({
    kind: 'broken',
    reason: 'it unpacks to more than 5 MB',
  })
})
