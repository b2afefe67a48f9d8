import { expect, test } from 'vitest'
import { refusalOf } from '../../src/scrape/address.ts'

const REFUSED: Record<string, string[]> = {
  'an address inside a private network': [
    'http://127.0.0.1/',
    'http://2130706433/', // 127.0.0.1 in decimal
    'http://0x7f.1/', // in hex
    'http://0177.0.0.1/', // in octal
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
  ],
  'an IPv6 address in place of a name': [
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
  ],
  'a name inside a private network': [
    'http://localhost/',
    'http://a.localhost/',
    'http://printer.local/',
    'http://intranet/',
    'http://db.internal./',
  ],
  'no web address: ftp:': ['ftp://news.example/'],
  'no web address: file:': ['file:///etc/passwd'],
}

test.each(Object.entries(REFUSED).flatMap(([why, urls]) => urls.map((url) => [url, why] as const)))(
  '%s is never fetched: %s',
  (url, why) => {
    expect(refusalOf(new URL(url), false)).toBe(why)
  },
)

test.each(['https://news.example/', 'http://8.8.8.8/', 'http://172.32.0.1/'])(
  '%s may be fetched',
  (url) => {
    expect(refusalOf(new URL(url), false)).toBeNull()
  },
)

test('a local run may fetch the publishers of the demo newsroom and no other private name', () => {
  expect(refusalOf(new URL('http://neonreel.localhost:8788/feed/'), true)).toBeNull()
  expect(refusalOf(new URL('http://localhost:8788/'), true)).toBe('a name inside a private network')
})
