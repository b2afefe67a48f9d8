import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { type ArticleQuery, listArticles } from '../../../src/db/public/articles.ts'
import type { Cursor } from '../../../src/db/public/page.ts'
import { addArticles } from './many.ts'

/** Titles of all pages, one after the other. */
async function walk(query: Omit<ArticleQuery, 'after'>, between = async (_page: number) => {}) {
  const titles: string[] = []
  let after: Cursor | null = null
  let pages = 0
  do {
    const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(env.DB, {
      ...query,
      after,
    })
    titles.push(...page.items.map(({ title }) => title))
    after = page.next
    await between(++pages)
  } while (after)
  return { titles, pages }
}

test('what is added while somebody pages comes neither twice nor in the way', async () => {
  await addArticles(env.DB, { from: 0, count: 25, outlet: 'a', moment: '2026-01-01' })
  const { titles } = await walk({ limit: 4 }, async (page) => {
    if (page === 2) {
      await addArticles(env.DB, { from: 25, count: 5, outlet: 'a', moment: '2026-02-01' })
    }
  })
  expect(new Set(titles).size).toBe(25)
  expect(titles.length).toBe(25)
})

test('a filter that finds little still reaches the end, in pages that may be short', async () => {
  await addArticles(env.DB, { from: 100, count: 700, outlet: 'b', moment: '2024-01-01' })
  await addArticles(env.DB, { from: 800, count: 3, outlet: 'rare', moment: '2023-01-01' })
  const { titles, pages } = await walk({ limit: 10, source: 'rare' })
  expect(titles.length).toBe(3)
  expect(pages).toBeGreaterThan(2)
})

test('a period holds its first and its last day', async () => {
  await addArticles(env.DB, { from: 900, count: 1, outlet: 'c', moment: '2022-05-01' })
  await addArticles(env.DB, { from: 901, count: 1, outlet: 'c', moment: '2022-05-03' })
  const of = async (since: string, until: string) =>
    (await walk({ limit: 10, since, until })).titles.length
  expect(await of('2022-05-01', '2022-05-03')).toBe(2)
  expect(await of('2022-05-02', '2022-05-03')).toBe(1)
  expect(await of('2022-05-01', '2022-05-02')).toBe(1)
  expect(await of('2022-05-03T00:00:00.000Z', '2022-05-03T00:00:00Z')).toBe(1)
})
