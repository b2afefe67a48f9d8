#!/usr/bin/env node
import { register } from 'tsx/esm/api'
import { end, fail } from './failure.ts'
import { readOptions, textsOf } from './options.ts'

const USAGE = `npm run digest -- --week 2023-W40 --out DIR [--state DIR | --corpus DIR]

Composes the issue of any week from what was known then, and writes it as WEEK.eml, WEEK.html and
WEEK.txt. Nothing is sent, nothing is kept.
  --week WEEK     an ISO week; the issue's weekday, hour and zone are those of wrangler.toml
  --out DIR       where to write
  --state DIR     what a local run has read; .demo/newsroom if left out
  --corpus DIR    articles.ndjson, and topic.json if it is about another film, in place of a state
  --first         as the first issue, which tells the story so far
  --help          this text`

const options = readOptions(process.argv.slice(2), USAGE, {
  week: { type: 'string' },
  out: { type: 'string' },
  state: { type: 'string' },
  corpus: { type: 'string' },
  first: { type: 'boolean' },
})
const textOf = textsOf(options)
const told = {
  week: textOf('week', ''),
  out: textOf('out', ''),
  state: textOf('state', ''),
  corpus: textOf('corpus', ''),
}
if (!told.week || !told.out) end(2, 'Say --week and --out.', USAGE)

register() // mails are JSX, which Node alone does not read
const { writeDigest } = await import('./digest/write.ts')
await writeDigest({ ...told, isFirst: options.first === true }).catch(fail)
