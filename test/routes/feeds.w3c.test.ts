import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

const ORIGIN = 'https://status.example'
const FEEDS = ['/feed.xml', '/issues.xml', '/atom.xml', '/status.atom']
const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

const DATED = ['lastBuildDate', 'updated', 'published', 'pubDate']
const ASKED_AT = Date.parse('2026-03-02T10:00:00Z') // by the clock of the test's world

/** A feed as it was sent: where, as what, and its text. */
type Sent = { path: string; type: string; xml: string }

/** The rules of the W3C's feed validator by its messages (validator.w3.org/feed), and who breaks them. */
const RULES: Record<string, (sent: Sent) => string[]> = {
  'XML parsing error: not well-formed': ({ xml }) => unbalanced(xml),
  'XML parsing error: undefined entity': ({ xml }) =>
    xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi) ?? [],
  'Your feed appears to be encoded as another than the server says': ({ type, xml }) =>
    /charset=utf-8$/i.test(type) && /^<\?xml[^>]+encoding="utf-8"/i.test(xml) ? [] : [type],
  'Feeds should not be served with this media type': ({ type }) =>
    /^application\/(?:rss|atom)\+xml;/.test(type) ? [] : [type],
  'Missing channel or feed element': ({ path, xml }) =>
    (isAtom(path) ? ['id', 'title', 'updated'] : ['title', 'link', 'description']).filter(
      (name) => !valuesOf(headOf(xml), name)[0],
    ),
  'Missing entry or item element': ({ path, xml }) =>
    entriesOf(xml).flatMap((entry) =>
      (isAtom(path) ? ['id', 'title', 'updated'] : ['title', 'link', 'guid']).filter(
        (name) => !valuesOf(entry, name)[0],
      ),
    ),
  'Missing atom:link with rel="self", or it is not the location': ({ path, xml }) => {
    const self = [...xml.matchAll(/<(?:atom:)?link[^>]+rel="self"[^>]*>/g)].map(([link]) => link)
    return self.length === 1 && self[0]?.includes(`href="${ORIGIN}${path}"`) ? [] : [`${self}`]
  },
  'id must be a full and valid URL, guid too unless it is no permalink': ({ path, xml }) =>
    valuesOf(xml, isAtom(path) ? 'id' : 'guid').filter((id) => !URL.canParse(id)),
  'Two entries with the same id': ({ path, xml }) => {
    const ids = valuesOf(xml, isAtom(path) ? 'id' : 'guid')
    return ids.filter((id, index) => ids.indexOf(id) !== index)
  },
  'pubDate must not name another weekday than its own': ({ xml }) =>
    [...valuesOf(xml, 'pubDate'), ...valuesOf(xml, 'lastBuildDate')].filter(
      (date) => new Date(date).toUTCString() !== date,
    ),
  'pubDate must be an RFC-822 date-time': ({ xml }) =>
    [...valuesOf(xml, 'pubDate'), ...valuesOf(xml, 'lastBuildDate')].filter(
      (date) => !RFC_822.test(date),
    ),
  'updated must be an RFC-3339 date-time': ({ xml }) =>
    [...valuesOf(xml, 'updated'), ...valuesOf(xml, 'published')].filter(
      (date) => !RFC_3339.test(date),
    ),
  'An implausible date, yet to come': ({ xml }) =>
    DATED.flatMap((name) => valuesOf(xml, name)).filter((date) => Date.parse(date) > ASKED_AT),
  'updated of the feed must not be before an entry of it': ({ xml }) => {
    const [feed = '', ...entries] = [headOf(xml), ...entriesOf(xml)].map(
      (part) => DATED.flatMap((name) => valuesOf(part, name))[0] ?? '',
    )
    return entries.filter((entry) => Date.parse(entry) > Date.parse(feed))
  },
  'Missing atom:author': ({ path, xml }) =>
    isAtom(path) && !/<author>\s*<name>[^<]/.test(headOf(xml)) ? [path] : [],
  'link must be a full URL, and one alternate of a feed or an entry': ({ path, xml }) =>
    [headOf(xml), ...entriesOf(xml)].flatMap((part) => {
      const links = isAtom(path)
        ? [...part.matchAll(/<link[^>]+rel="alternate"[^>]*>/g)].map(
            ([link]) => /href="([^"]*)"/.exec(link)?.[1] ?? '',
          )
        : valuesOf(part, 'link')
      return links.length === 1 && links.every((link) => /^https?:\/\/\S+$/.test(link))
        ? []
        : [links.join()]
    }),
  'Unregistered link relationship': ({ xml }) =>
    [...xml.matchAll(/\srel="([^"]*)"/g)].flatMap(([, rel = '']) =>
      ['self', 'alternate'].includes(rel) ? [] : [rel],
    ),
  'language must be an ISO-639 language code': ({ xml }) =>
    valuesOf(xml, 'language').filter((code) => !/^[a-z]{2}(?:-[A-Z]{2})?$/.test(code)),
  'ttl must be a positive integer': ({ xml }) =>
    valuesOf(xml, 'ttl').filter((ttl) => !/^[1-9]\d*$/.test(ttl)),
  'Characters that XML cannot hold': ({ xml }) =>
    xml.match(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu) ?? [],
  'Undefined or misplaced XML declaration': ({ xml }) =>
    xml.lastIndexOf('<?xml') === 0 ? [] : [xml.slice(0, 20)],
  'Undefined root, or of another version': ({ path, xml }) => {
    const root = isAtom(path)
      ? /^<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/
      : /^<rss version="2\.0"/
    return root.test(xml.replace(/<\?[^>]*\?>\s*/, '')) ? [] : [xml.slice(0, 80)]
  },
  'Invalid HTML: an element that is not closed': ({ xml }) => htmlOf(xml).flatMap(unbalanced),
  'element should not contain relative URL references': ({ xml }) =>
    htmlOf(xml).flatMap((html) =>
      [...html.matchAll(/(?:href|src|cite)="([^"]*)"/g)].flatMap(([, url = '']) =>
        /^https?:/.test(url) ? [] : [url],
      ),
    ),
  'element should not contain script tag, style or on-attributes': ({ xml }) =>
    htmlOf(xml).flatMap((html) => html.match(/<script|<style|\sstyle=|\son\w+=/gi) ?? []),
}

const BROKEN: Sent = {
  path: '/atom.xml',
  type: 'text/html',
  xml: `<feed><id>x</id><id>x</id><pubDate>now</pubDate><updated>2001-01-01</updated>
    <language>English</language><ttl>0</ttl><link rel="next" href="/x"/>\u0008<entry>&nbsp;
    <updated>today</updated><published>2999-01-01T00:00:00Z</published></entry><entry>
    <updated>2002-01-01</updated>
    <content>&lt;a href="/x">&lt;script></content></feed>`,
}

test.each(FEEDS)('%s breaks none of the rules of the W3C', async (path) => {
  const attacks = NEWS.slice(0, 1).map((one) => ({
    ...one,
    slug: 'a?b=1&c=2',
    title: 'Glass Harbor 2 <b>&</b> ]]> “so”',
  }))
  const site = http((await readNews([...NEWS, ...attacks])).app)
  const answer = await site.request(path)
  const sent = { path, type: answer.headers.get('content-type') ?? '', xml: await answer.text() }
  if (path !== '/issues.xml') expect(entriesOf(sent.xml).length).toBeGreaterThan(1)
  const broken = Object.entries(RULES).map(([rule, faults]) => [rule, faults(sent)])
  expect(broken).toEqual(Object.keys(RULES).map((rule) => [rule, []]))
})

test.each(Object.keys(RULES))('“%s” is found where it is so', (rule) => {
  expect(RULES[rule]?.(BROKEN)).not.toEqual([])
})

function isAtom(path: string): boolean {
  return path.includes('atom')
}

function entriesOf(xml: string): string[] {
  return xml.match(/<(?:entry|item)>[\s\S]*?<\/(?:entry|item)>|<entry>[\s\S]*$/g) ?? []
}

/** What stands before the first entry. */
function headOf(xml: string): string {
  return xml.split(/<(?:entry|item)>/)[0] ?? ''
}

function valuesOf(xml: string, name: string): string[] {
  return [
    ...xml.matchAll(
      new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*(?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)?)<`, 'g'),
    ),
  ].map(([, value = '']) => value.trim())
}

/** The HTML in descriptions and contents, as a reader gets it. */
function htmlOf(xml: string): string[] {
  return [...xml.matchAll(/<(description|content)[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) =>
    text
      .replace(/<!\[CDATA\[|\]\]>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"'),
  )
}

/** Names of elements that are not closed in their place. */
function unbalanced(xml: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '')
  for (const [, end, name = '', alone] of markup.matchAll(/<(\/?)([\w:.-]+)[^>]*?(\/?)>/g)) {
    if (!end && !alone) open.push(name)
    if (end && open.pop() !== name) faults.push(name)
  }
  return [...faults, ...open]
}
