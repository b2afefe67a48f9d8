import fc from 'fast-check'
import { ORIGIN, type Question } from './site.ts'

/** What people who mean harm, and programs that are broken, send. */
const BAD = [
  '',
  ' ',
  '\0',
  '\r\nset-cookie: a=b',
  '"><script>alert(1)</script>',
  "' OR 1=1 --",
  '../../../etc/passwd',
  '%',
  '%00%zz',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(40),
  '\u202eevil',
  '\ud800',
  '//evil.example',
  'javascript:alert(1)',
  'http://169.254.169.254/latest',
  'a'.repeat(5_000),
  '0000-00-00',
  '9999-12-31T23:59:59.999Z',
  '2023-10-05',
  '2023-10-05_x',
  '2023-10-05T08:00:00Z_\uffff',
  '[]',
  '{"a":1}',
  'null',
]

const NAMES = [
  'after',
  'at',
  'fields',
  'fresh',
  'id',
  'lang',
  'limit',
  'person',
  'q',
  'since',
  'rules',
]
  .concat(['source', 'stage', 'until', 'token', 'email', 'url', 'kind', 'next', 'week', 'choice'])
  .concat(['__proto__', 'sourceId', 'scanId', 'all', 'address', 'addresses', 'frequency', 'pause'])

/** One of those, or anything else. */
export const bad = fc.oneof(fc.constantFrom(...BAD), fc.string({ unit: 'binary', maxLength: 60 }))
const pairs = fc.array(fc.tuple(fc.constantFrom(...NAMES), bad), { maxLength: 4 })

const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
].concat(['multipart/form-data; boundary=x', 'application/json; charset=utf-7', ';', 'a/b'])

const body = fc.oneof(
  pairs.map((fields) => new URLSearchParams(fields.map(whole)).toString()),
  fc.json(),
  fc
    .dictionary(fc.constantFrom(...NAMES), fc.oneof(bad, fc.jsonValue()))
    .map((one) => JSON.stringify(one)),
  bad.map((text) => text.toWellFormed()),
)

const header = bad.map((text) => text.replace(/[^\x20-\x7e]/g, '').trim())

const headers = fc.record(
  {
    accept: fc.oneof(header, fc.constantFrom('text/html', 'application/json', '*/*;q=x')),
    cookie: fc.oneof(
      header,
      header.map((text) => `__Host-admin=${text}`),
    ),
    'content-type': fc.constantFrom(...TYPES),
    'if-none-match': header,
    'if-modified-since': header,
    'accept-language': header,
    'last-event-id': header,
    'cf-connecting-ip': header,
    'content-length': fc.constantFrom('0', '-1', 'x', '99999999999'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'x'),
    authorization: fc.oneof(header, fc.constant('Bearer the-admin')),
    origin: fc.oneof(header, fc.constant(ORIGIN), fc.constant('null')),
    'svix-id': header,
    'svix-signature': header,
    'svix-timestamp': header,
  },
  { requiredKeys: [] },
)

/**
 * Questions for a route: its own method, and anything in its path, query, headers and body. Half come
 * from an admin's own page, so that they are not turned away before anybody reads them.
 */
export function questionsFor(route: { method: string; path: string }): fc.Arbitrary<Question> {
  return fc
    .record({ place: bad, query: pairs, headers, body, isAdmin: fc.boolean() })
    .map(({ place, query, headers: given, body: sent, isAdmin }) => ({
      path: addressOf(route.path, place, query),
      init: {
        method: route.method,
        headers: isAdmin ? asAdmin(given) : given,
        ...(route.method === 'POST' && { body: sent }),
      },
    }))
}

function asAdmin({ 'content-length': _, ...others }: Record<string, string>) {
  return { ...others, authorization: 'Bearer the-admin', 'sec-fetch-site': 'same-origin' }
}

function addressOf(path: string, place: string, query: [string, string][]): string {
  const filled = path.replace(/:\w+(?:\{[^}]*\})?/g, () => encodeURIComponent(place.toWellFormed()))
  return `${filled}?${new URLSearchParams(query.map(whole))}`
}

function whole([name, value]: [string, string]): [string, string] {
  return [name, value.toWellFormed()]
}
