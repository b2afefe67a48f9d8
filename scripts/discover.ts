#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { COMMON_PATHS, discoverSources, entryFor, type Found } from '../src/scrape/discover.ts'
import { decode } from '../src/scrape/extract/charset.ts'
import { readAny } from '../src/scrape/items/any.ts'
import { decodeXml } from '../src/scrape/items/decode.ts'
import { openVisitor, type Visitor } from './discover/visitor.ts'
import { end, wordsOf } from './failure.ts'
import { readCommand } from './options.ts'

const USAGE = `npm run -s discover -- URL [--try]
npm run -s discover -- --html FILE --url URL [--robots FILE]

Looks at one page of a site and prints an entry for config/sources.ts for each feed, search and
sitemap that it tells of. Asks for robots.txt and the page, one after the other, and keeps to
robots.txt; with --html it asks for nothing.
  --try          asks for usual addresses of feeds too, one in two seconds
  --html FILE    a saved page, and --url where it was found
  --robots FILE  its site's robots.txt
  --help         this text

Exit codes: 0 found some; 1 found none, or failed; 2 wrong options.`

const options = askedFor()
const found = options.html ? discoverSaved(options.html) : await discoverLive()
for (const one of found) process.stdout.write(`${print(one)}\n`)
if (found.length === 0) {
  process.stderr.write('Nothing found: the page names no feed, and its robots.txt no sitemap.\n')
  process.exitCode = 1
}

function discoverSaved(file: string): Found[] {
  const robots = options.robots ? fileAt(options.robots).toString() : null
  const html = decode(fileAt(file), null)
  return discoverSources({ url: options.url, html, robots })
}

async function discoverLive(): Promise<Found[]> {
  const visitor = openVisitor()
  const robots = await visitor.robotsOf(options.url)
  const page = await visitor.get(options.url)
  if (typeof page === 'string') return end(1, `${options.url}: ${page}`)
  const shown = { url: page.url, html: decode(page.body, page.contentType) }
  const stated = discoverSources({ ...shown, robots })
  return options.try ? [...stated, ...(await tryPaths(visitor, shown, stated))] : stated
}

/** Addresses that answer with what they promise; those that the page told of are not asked again. */
async function tryPaths(
  visitor: Visitor,
  shown: { url: string; html: string },
  stated: Found[],
): Promise<Found[]> {
  const known = new Set(stated.map(({ entry }) => entry.url))
  const answering: Found[] = []
  for (const path of COMMON_PATHS) {
    const address = new URL(path, shown.url).href
    if (known.has(address)) continue
    const answer = await visitor.get(address)
    if (typeof answer === 'string') process.stderr.write(`${address}: ${answer}\n`)
    else {
      const text = decodeXml(answer.body, answer.contentType)
      const reading = readAny(text, answer.url, new Date())
      const isSource = reading.kind === 'items' && reading.format !== 'listing'
      if (isSource) answering.push(entryFor(shown, reading.format, answer.url))
    }
  }
  return answering
}

/** As it stands in config/sources.ts. */
function print({ why, entry }: Found): string {
  const fields = Object.entries(entry).map(([name, value]) => `    ${name}: ${quoted(value)},`)
  return [`  // ${why}`, '  {', ...fields, '  },'].join('\n')
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\s+/g, ' ')}'`
}

function askedFor() {
  const { values, words } = readCommand(process.argv.slice(2), USAGE, {
    html: { type: 'string' },
    url: { type: 'string' },
    robots: { type: 'string' },
    try: { type: 'boolean' },
  })
  const [html, given, robots] = [values.html, values.url ?? words[0], values.robots].map(wordOf)
  const url = given ?? ''
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return end(2, 'Which page? Give its URL.', USAGE)
  return { url, html, robots, try: values.try === true }
}

function wordOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function fileAt(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    return end(1, wordsOf(error))
  }
}
