#!/usr/bin/env node
import { z } from 'zod'
import { robotsVerdict } from '../src/scrape/robots.ts'
import { filterNdjson } from './ndjson.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run -s robots < questions.ndjson > verdicts.ndjson

Reads questions, one JSON object a line: { "id", "robots", "agent", "url" }; robots is the text of a
robots.txt, agent a product token.
Writes what RFC 9309 says to each, in the same order: { id, allowed, rule }. rule is the line that
decided, null where none fits. A line that cannot be read is answered with { id?, error }, and the
rest goes on.
  --help  this text`

const Question = z.object({
  id: z.string(),
  robots: z.string(),
  agent: z.string().min(1),
  url: z.string(),
})

readOptions(process.argv.slice(2), USAGE)

await filterNdjson(process.stdin, process.stdout, Question, ({ id, robots, agent, url }) => [
  { id, ...robotsVerdict(robots, agent, url) },
])
