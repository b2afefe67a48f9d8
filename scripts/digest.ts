#!/usr/bin/env node
import { register } from 'tsx/esm/api'
import { readOptions } from './options.ts'

const USAGE = `
npm run digest -- --week 2023-W40 --out DIR [--state DIR | --corpus DIR]

Composes the issue of any week from what was known then, and writes it as WEEK.eml, WEEK.html and
WEEK.txt. Nothing is sent, nothing is kept.

  --week WEEK     an ISO week; the issue's weekday, hour and zone are those of wrangler.toml
  --out DIR       where to write
  --state DIR     what a local run has read; .demo/newsroom if left out
  --corpus DIR    articles.ndjson, and topic.json if it is about another film, in place of a state
  --first         as the first issue, which tells the story so far
  --help
`

const options = readOptions(process.argv.slice(2), USAGE, {
  week: { type: 'string' },
  out: { type: 'string' },
  state: { type: 'string' },
  corpus: { type: 'string' },
  first: { type: 'boolean' },
})

register() // mails are JSX, which Node alone does not read
const { writeDigest } = await import('./digest/write.ts')
await writeDigest(options).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
