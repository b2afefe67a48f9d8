#!/usr/bin/env node
import { register } from 'tsx/esm/api'
import { end, fail } from './failure.ts'
import { readDay, readOptions } from './options.ts'

const USAGE = `npm run replay -- [--from DAY] [--until DAY] [--corpus DIR] [--out DIR]

Lives through the years of a newsroom with a clock that is only told: each day its publishers show
what they had by then, the sources are scanned, and three readers (every week, weeks with news,
changes of the status) get their mail. Nothing goes out. Writes each mail, and the pages of each
day on which the status changed, and lists them in index.html.
  --from DAY      2019-02-18, for example; the day of the first article if left out
  --until DAY     a month after the last article if left out
  --corpus DIR    articles.ndjson, and topic.json if it is about another film; the demo's if left out
  --out DIR       where to write; .demo/replay if left out
  --help          this text`

const options = readOptions(process.argv.slice(2), USAGE, {
  from: { type: 'string' },
  until: { type: 'string' },
  corpus: { type: 'string' },
  out: { type: 'string' },
})

const from = readDay('from', options.from)
const until = readDay('until', options.until)
if (from !== null && until !== null && until < from) end(2, '--until lies before --from')

register() // mails and pages are JSX, which Node alone does not read
const { replay } = await import('./replay/replay.ts')
await replay({ ...options, from, until }).catch(fail)
