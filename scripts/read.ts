#!/usr/bin/env node
import { z } from 'zod'
import type { Article } from '../src/article.ts'
import type { Evidence } from '../src/status/evidence.ts'
import { statusHistory } from '../src/status/history.ts'
import { type Placement, placeArticle, vanished } from '../src/status/placement.ts'
import { type Reading, readArticle } from '../src/status/reading.ts'
import { readTopic } from './local/configured.ts'
import { filterNdjson } from './ndjson.ts'
import { readOptions, textsOf } from './options.ts'
import { explain } from './read-explain.ts'
import { Shelf } from './read-shelf.ts'

const USAGE = `npm run -s read -- [--topic FILE.json] [--explain] < articles.ndjson

Reads articles, one JSON object a line, in order: { id, outlet, url, title, published, lang, text }.
Answers one line each: what it says about the status and who says so, what it repeats; then one
line for each change of the status.
  --topic FILE.json   another film than the configured one
  --explain           adds, in sentences, why each article and statement was read so
  --help              this text`

const articleSchema = z.object({
  id: z.string().min(1),
  outlet: z.string(),
  url: z.string(),
  title: z.string(),
  published: z.iso.datetime({ offset: true, local: true }).or(z.iso.date()).nullish(),
  lang: z.string().nullish(),
  text: z.string(),
})

const options = readOptions(process.argv.slice(2), USAGE, {
  topic: { type: 'string' },
  explain: { type: 'boolean' },
})
const topic = await readTopic(textsOf(options)('topic', ''))
const shelf = new Shelf()
const evidence: (Evidence & { evidence: string })[] = []

await filterNdjson(process.stdin, process.stdout, articleSchema, (line) => [answer(line)])
for (const { from, stage, because, articles } of statusHistory(evidence)) {
  const status = { from, stage, because: articles }
  console.log(
    JSON.stringify({ status: options.explain ? { ...status, statements: because } : status }),
  )
}

function answer(line: z.infer<typeof articleSchema>): object {
  const reading = readArticle(topic, articleOf(line))
  if (!reading.relevant) return { id: line.id, ...head(reading), duplicateOf: null, story: null }
  const moment = reading.published ?? shelf.latest
  const placement = placeArticle(reading, moment, shelf.find(reading))
  shelf.keep(reading, placement, moment)
  const earlier = evidence.filter(({ articleId }) => articleId === placement.revises)
  const gone = new Set(vanished(reading, earlier))
  for (const one of earlier) if (gone.has(one.id)) one.withdrawn ??= moment
  for (const statement of placement.statements)
    evidence.push({ ...statement, articleId: line.id, moment, withdrawn: null })
  return result(reading, placement)
}

function articleOf(line: z.infer<typeof articleSchema>): Article {
  const { id, outlet, url, title, text } = line
  const published = line.published ? instantOf(line.published) : null
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  return { id, outlet, url, title, published, lang: line.lang ?? null, paragraphs }
}

/** A time without an offset is taken for UTC, so that a run elsewhere gives the same. */
function instantOf(time: string): string {
  const isLocal = /T[\d:.]+$/.test(time)
  return new Date(isLocal ? `${time}Z` : time).toISOString()
}

function head({ relevant, why, stage, headlineStage, overclaims, original }: Reading) {
  return { relevant, why, stage, headlineStage, overclaims, original, statements: [] }
}

function result(reading: Reading, placement: Placement): object {
  return {
    id: reading.articleId,
    ...head(reading),
    duplicateOf: placement.duplicateOf,
    story: placement.storyId,
    original: placement.original,
    statements: placement.statements.map(({ id, quoteKey, recalled, rule, ...told }) => told),
    ...(options.explain ? { explain: explain(reading, placement) } : {}),
  }
}
