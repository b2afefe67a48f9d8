import { expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { keepLists } from '../../src/db/public/lists.ts'
import { http } from '../../src/routes/http.ts'
import { addArticles } from '../db/public/many.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

const MOST = 60 // rows that one answer may read
const SLOW = { timeout: 60_000 }

const PATHS = [
  '/',
  '/stories',
  '/people',
  '/people/ines-quarrie',
  '/outlets',
  '/quotes/we-are-writing-the-script-of-glass-harbor-2-right-now-and',
  '/status',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/status.atom',
  '/issues.xml',
  '/badge.svg',
  '/api/v1/status',
  '/api/v1/status?at=2025-12-01',
  '/api/v1/articles',
]

test('what is asked most reads few rows, and no more of them as articles grow', SLOW, async () => {
  const { app } = await readNews(NEWS)
  const rowsOf = async (path: string) => {
    const { db, reads } = countingReads(app.db)
    expect((await http({ ...app, db }).request(path)).status).toBe(200)
    return reads.rows
  }
  await addArticles(app.db, { from: 0, count: 100, outlet: 'few', moment: '2024-01-01' })
  await keepLists(app.db, app.config.version, app.now().toISOString())
  const few = await Promise.all(PATHS.map(rowsOf))
  await addArticles(app.db, { from: 1000, count: 2000, outlet: 'many', moment: '2024-02-01' })
  await keepLists(app.db, app.config.version, app.now().toISOString())
  const many = await Promise.all(PATHS.map(rowsOf))
  expect(few.every((rows) => rows > 0)).toBe(true)
  for (const [i, rows] of many.entries()) {
    expect(rows, PATHS[i]).toBeLessThanOrEqual(MOST)
    expect(rows, PATHS[i]).toBeLessThanOrEqual((few[i] ?? 0) + 2)
  }
})
