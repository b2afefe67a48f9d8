#!/usr/bin/env node
import { z } from 'zod'
import { readAny } from '../src/scrape/items/any.ts'
import { withoutIllegal } from '../src/scrape/items/decode.ts'
import { end } from './failure.ts'
import { filterNdjson } from './ndjson.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run -s items < bodies.ndjson > items.ndjson

Reads what sources answered, one JSON object a line: { "id", "url", "body", "contentType"? }. What a
body is, is told from the body.
Writes what stands in each, in the same order:
  { id, kind, items: [{ url, title, published, updated, authors[], summary, text }], unreadable?[], error? }
kind is rss, rdf, atom, json, sitemap, sitemap index, listing or broken; error says why it is broken,
unreadable which items could not be read. Dates are ISO 8601 in UTC, null where none can be believed:
one more than a day ahead cannot.
A line that cannot be read is answered with { id?, error }, and the rest goes on.
  --now TIME  judges dates as of this moment (ISO 8601)
  --help      this text`

const Answer = z.object({
  id: z.string(),
  url: z.url(),
  body: z.string(),
  contentType: z.string().nullish(),
})

const options = readOptions(process.argv.slice(2), USAGE, { now: { type: 'string' } })
const now = typeof options.now === 'string' ? new Date(options.now) : new Date()
if (Number.isNaN(now.getTime())) end(2, `--now is no time: ${options.now}`)

await filterNdjson(process.stdin, process.stdout, Answer, ({ id, url, body }) => {
  const reading = readAny(withoutIllegal(body), url, now)
  if (reading.kind === 'broken') return [{ id, kind: 'broken', items: [], error: reading.reason }]
  const { format, items, unreadable } = reading
  return [{ id, kind: format, items, ...(unreadable.length > 0 ? { unreadable } : {}) }]
})
