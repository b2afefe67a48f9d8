import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Topic } from '../../src/topic.ts'
import type { ArticleLine, Case } from './cases.ts'

/**
 * Writes cases as one corpus: topic.json, articles.ndjson in the order of publication, undated ones
 * last, and gold.json. What has no text cannot be read again and is left out; how many those are.
 */
export function writeCorpus(directory: string, topic: Topic, cases: Case[]): { without: number } {
  const lines = new Map(cases.flatMap(({ articles }) => articles.map((line) => [line.id, line])))
  const articles = [...lines.values()].filter(({ text }) => text !== '').sort(byTime)
  const labels = Object.assign({}, ...cases.map(({ gold }) => gold.articles))
  const stories = Object.assign({}, ...cases.map(({ gold }) => gold.stories))
  const gold = {
    articles: Object.fromEntries(articles.map(({ id }) => [id, labels[id]])),
    stories,
    timeline: {},
  }
  mkdirSync(directory, { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text)
  write('topic.json', `${JSON.stringify(topic, null, 2)}\n`)
  write('articles.ndjson', articles.map((line) => `${JSON.stringify(line)}\n`).join(''))
  write('gold.json', `${JSON.stringify(gold, null, 2)}\n`)
  return { without: lines.size - articles.length }
}

const UNDATED = '~'

function byTime(one: ArticleLine, other: ArticleLine): number {
  const [a, b] = [one.published ?? UNDATED, other.published ?? UNDATED]
  return a < b ? -1 : Number(a > b)
}
