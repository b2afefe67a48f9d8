import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOptions } from '../scripts/options.ts'
import type { Article } from '../src/article.ts'
import { readArticle } from '../src/status/reading.ts'
import { type Topic, topicSchema } from '../src/topic.ts'
import { printTable } from './extract/table.ts'

const USAGE = `npm run bench -- read [--corpus DIR]

Reads every article of the project's corpora ten times and prints how many it reads a second and
the CPU time of one, of 800 words of it, and of texts joined to be longer.
  --corpus DIR   topic.json and articles.ndjson; default: the corpora that the project ships
  --help         this text`

const SHIPPED = fileURLToPath(new URL('../test/corpus/reading', import.meta.url))
const ROUNDS = 10
const WORDS = 800
const LIMIT = 5 // ms of CPU for so many words

/** Prints how fast articles are read. */
export function benchRead(args: string[]): Promise<void> {
  const { corpus } = readOptions(args, USAGE, { corpus: { type: 'string' } })
  const folders =
    typeof corpus === 'string' ? [corpus] : ['limbo', 'made'].map((name) => join(SHIPPED, name))
  const rows = folders.flatMap((folder) => {
    const topic = topicSchema.parse(JSON.parse(readFileSync(join(folder, 'topic.json'), 'utf8')))
    const articles = articlesOf(folder)
    return [1, 4].map((times) =>
      row(
        folder,
        topic,
        articles.map((one) => grown(one, times)),
        times,
      ),
    )
  })
  const columns = ['articles/s', 'words', 'CPU ms', `CPU ms for ${WORDS} words`, 'limit']
  printTable('Reading articles', ['', ...columns], rows)
  return Promise.resolve()
}

function articlesOf(folder: string): Article[] {
  const lines = readFileSync(join(folder, 'articles.ndjson'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const { id, outlet, url, title, published, lang, text } = JSON.parse(line)
    const instant = published ? new Date(published).toISOString() : null
    return { id, outlet, url, title, published: instant, lang, paragraphs: text.split(/\n\s*\n/) }
  })
}

/** The same article with its text several times over. */
function grown(article: Article, times: number): Article {
  return { ...article, paragraphs: Array.from({ length: times }, () => article.paragraphs).flat() }
}

function row(folder: string, topic: Topic, articles: Article[], times: number): string[] {
  for (const article of articles) readArticle(topic, article)
  const start = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++)
    for (const article of articles) readArticle(topic, article)
  const { user, system } = process.cpuUsage(start)
  const each = (user + system) / 1000 / (ROUNDS * articles.length)
  const words = articles.reduce((sum, one) => sum + wordsIn(one), 0) / articles.length
  const name = `${folder.split('/').at(-1) ?? folder}${times > 1 ? `, ${times} times as long` : ''}`
  const figures = [1000 / each, words, each, (each * WORDS) / words, LIMIT]
  return [name, ...figures.map((figure, i) => figure.toFixed(i < 2 ? 0 : 2))]
}

function wordsIn({ paragraphs }: Article): number {
  return paragraphs.join(' ').split(/\s+/).length
}
