import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Topic, topicSchema } from '../../src/topic.ts'

const SHIPPED = fileURLToPath(new URL('../../test/corpus/reading', import.meta.url))

/** An article as the benches change and compare it. */
export type Piece = {
  id: string
  outlet: string
  title: string
  /** ISO 8601 UTC */
  published: string
  paragraphs: string[]
}

/** A topic that the project ships for its tests. */
export function shippedTopic(name: string): Topic {
  return topicSchema.parse(JSON.parse(readFileSync(join(SHIPPED, name, 'topic.json'), 'utf8')))
}

/** Dated articles in English of a shipped corpus that are no copies of another. */
export function originals(name: string): Piece[] {
  const gold = JSON.parse(readFileSync(join(SHIPPED, name, 'gold.json'), 'utf8'))
  return readFileSync(join(SHIPPED, name, 'articles.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ id, lang, published, revision_of }) => {
      const isOriginal = !gold.articles[id]?.duplicate_of && !revision_of
      return isOriginal && published && (lang ?? 'en').startsWith('en')
    })
    .map(({ id, outlet, title, published, text }) => ({
      id,
      outlet,
      title,
      published: new Date(published).toISOString(),
      paragraphs: text.split(/\n\s*\n/),
    }))
}
