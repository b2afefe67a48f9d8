import { expect, test } from 'vitest'
import { decode } from '../../../src/scrape/extract/charset.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const ascii = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))

test('the charset of the header is used, whatever its case', () => {
  expect(decode(bytes(0x63, 0x61, 0x66, 0xe9), 'text/html; Charset="ISO-8859-1"')).toBe('café')
})

test('without a header, the page itself tells its charset', () => {
  const page = joined(ascii('<meta charset="windows-1251"><p>'), bytes(0xcc, 0xe8, 0xf0))
  expect(decode(page, 'text/html')).toBe('<meta charset="windows-1251"><p>Мир')
})

test('the older form of the declaration in meta counts as well', () => {
  const head = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'
  expect(decode(joined(ascii(head), bytes(0x93, 0xfa, 0x96, 0x7b)), null)).toBe(`${head}日本`)
})

test('a byte order mark outweighs the header and is taken off', () => {
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'text/html; charset=latin1')).toBe('é')
  expect(decode(bytes(0xff, 0xfe, 0x41, 0x00), 'text/html; charset=utf-8')).toBe('A')
})

test('a charset that nobody knows falls back to the next source, at last to UTF-8', () => {
  expect(decode(bytes(0xc3, 0xa9), 'text/html; charset=klingon')).toBe('é')
})

test('a page that claims in ASCII to be UTF-16 is read as UTF-8', () => {
  expect(decode(ascii('<meta charset="utf-16"><p>ü'), null)).toBe('<meta charset="utf-16"><p>ü')
})

test('bytes that do not fit become the replacement sign instead of an error', () => {
  expect(decode(bytes(0x61, 0xff, 0x62), 'text/html; charset=utf-8')).toBe('a\ufffdb')
})
