import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCorpus } from '../../scripts/digest/corpus.ts'
import { readCorpusTopic } from '../../scripts/local/configured.ts'
import { newsOfWeek } from '../../src/db/news-of-week.ts'
import { openWorld } from '../exactly-once/world.ts'

const TOPIC = {
  id: 'glass-harbor-2',
  title: 'Glass Harbor 2',
  aliases: ['the Glass Harbor sequel'],
  first_film: { title: 'Glass Harbor', released: '2018-05-04' },
  people: [
    { name: 'Mara Quell', aliases: ['Quell'], role: 'director' },
    { name: 'Ivo Brandt', aliases: ['Brandt'], role: 'producer' },
  ],
  studios: ['Lantern Pictures'],
  outlets: [],
}

const ARTICLES = [
  {
    outlet: 'The Lantern',
    published: '2023-09-26T10:00:00Z',
    title: 'Mara Quell would love to make Glass Harbor 2',
    text: 'Director Mara Quell told The Lantern about Glass Harbor 2. “I would love to make a sequel to Glass Harbor, and we talk about it a lot,” Quell said.',
  },
  {
    outlet: 'Harbour Post',
    published: '2023-10-03T10:00:00Z',
    title: 'Ivo Brandt: we are writing Glass Harbor 2',
    text: 'Producer Ivo Brandt spoke to Harbour Post about Glass Harbor 2. “We are working on the script of the Glass Harbor sequel right now,” Brandt said.',
  },
  {
    outlet: 'Tide Weekly',
    published: '2023-10-04T10:00:00Z',
    title: 'A fan wishes for Glass Harbor 2',
    text: 'The cast of Glass Harbor met again, and Glass Harbor 2 came up. Nobody had news about the sequel to Glass Harbor.',
  },
  {
    outlet: 'Harbour Post',
    published: '2024-02-01T10:00:00Z',
    title: 'Glass Harbor 2 is greenlit',
    text: 'Lantern Pictures has greenlit Glass Harbor 2, producer Ivo Brandt confirmed. “The studio has given us the green light for Glass Harbor 2,” Brandt said.',
  },
]

const PERIOD = { from: '2023-09-29T07:00:00.000Z', until: '2023-10-06T07:00:00.000Z' }

test('a week of the past is told from what was published by then', async () => {
  const db = await shelfOf(ARTICLES)
  const news = await newsOfWeek(db, PERIOD, 'publication')
  expect(news.status).toMatchObject({ stage: 'development', since: '2023-10-03T10:00:00.000Z' })
  expect(news.timeline.map(({ stage }) => stage)).toEqual(['talks', 'development'])
  expect(news.lastWord).toMatchObject({ speaker: 'Ivo Brandt', outlet: 'Harbour Post' })
  expect(news.articles).toBe(2)
  expect(news.outlook).toContain('approved')
})

test('the story that changed the status comes first, and leads to its article', async () => {
  const db = await shelfOf(ARTICLES)
  const { stories } = await newsOfWeek(db, PERIOD, 'publication')
  expect(stories.map(({ isChange }) => isChange)).toEqual([true, false])
  expect(stories[0]?.articles[0]?.url).toBe('https://news.example/1')
  expect(stories[0]?.statements[0]).toMatchObject({ speaker: 'Ivo Brandt', fresh: true })
})

test('what was read later than the moment is not known at it', async () => {
  const db = await shelfOf(ARTICLES)
  await db.prepare("UPDATE articles SET read_at = '2023-12-01T00:00:00.000Z'").run()
  const news = await newsOfWeek(db, PERIOD)
  expect(news).toMatchObject({ articles: 0, status: { stage: null, since: null } })
})

test('who tells a story of last week anew tells no news, and under the same title', async () => {
  const again = {
    outlet: 'Tide Weekly',
    published: '2023-09-30T10:00:00Z',
    title: 'Quell wants Glass Harbor 2',
    text: 'Director Mara Quell told The Lantern that she would love to make Glass Harbor 2. The Lantern met her by the sea.',
  }
  const db = await shelfOf([...ARTICLES.slice(0, 1), again])
  const { stories } = await newsOfWeek(db, PERIOD, 'publication')
  expect(stories).toMatchObject([
    { title: 'Mara Quell to The Lantern: wants to make it', isRepeat: true },
  ])
})

test('a story in which nobody is quoted on the status shows what they did say', async () => {
  const reported = {
    outlet: 'The Lantern',
    published: '2023-10-02T10:00:00Z',
    title: 'Mara Quell is ready for Glass Harbor 2',
    text: 'Mara Quell would love to make Glass Harbor 2, the director told us. “I can still hear the harbour bells at night,” Quell said of the sequel.',
  }
  const { stories } = await newsOfWeek(await shelfOf([reported]), PERIOD, 'publication')
  expect(stories[0]?.statements.map(({ quote }) => quote)).toEqual([
    'I can still hear the harbour bells at night',
  ])
})

async function shelfOf(articles: typeof ARTICLES): Promise<D1Database> {
  const directory = mkdtempSync(join(tmpdir(), 'corpus-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const lines = articles.map((article, nth) => ({ ...article, url: `https://news.example/${nth}` }))
  writeFileSync(join(directory, 'topic.json'), JSON.stringify(TOPIC))
  writeFileSync(
    join(directory, 'articles.ndjson'),
    lines.map((one) => JSON.stringify(one)).join('\n'),
  )
  const { app } = openWorld('2026-11-18T12:00:00.000Z', null)
  await readCorpus(app.db, directory, { ...app.config, topic: await readCorpusTopic(directory) })
  return app.db
}
