import { z } from 'zod'
import { extract } from '../src/scrape/extract.ts'
import { filterNdjson } from './ndjson.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run -s extract < pages.ndjson > articles.ndjson

Reads pages, one JSON object a line: { "id", "url", "html" }.
Writes what stands in each, in the same order:
  { id, url, canonicalUrl, site, title, authors[], published, modified, lang, text, kind, reason }
published and modified are ISO 8601 in UTC; isZoneAssumed tells that a date came without its zone.
Paragraphs of text are parted by a blank line; kind is article, listing, blocked or empty.
A line that cannot be read is answered with { id?, error }, and the rest goes on.
  --help  this text`

const Page = z.object({ id: z.string(), url: z.url(), html: z.string() })

readOptions(process.argv.slice(2), USAGE)

await filterNdjson(process.stdin, process.stdout, Page, ({ id, url, html }) => {
  const { paragraphs, ...rest } = extract({ url, html })
  return [{ id, url, ...rest, text: paragraphs.join('\n\n') }]
})
