import { beforeAll, expect, test } from 'vitest'
import { apiSite } from './api-site.ts'

let site: Awaited<ReturnType<typeof apiSite>>

beforeAll(async () => {
  site = await apiSite()
})

type Lists = Record<string, Record<string, string>[]> & { next?: string | null }

async function get<T = Lists>(path: string): Promise<T> {
  const answer = await site.request(path)
  expect(answer.status, path).toBe(200)
  return await answer.json<T>()
}

test.each([
  ['/api/v1/stories', 'stories', 2],
  ['/api/v1/articles', 'articles', 4],
  ['/api/v1/statements', 'statements', 4],
  ['/api/v1/quotes', 'quotes', 2],
  ['/api/v1/people', 'people', 1],
  ['/api/v1/outlets', 'outlets', 4],
  ['/api/v1/sources', 'sources', 4],
  ['/api/v1/issues', 'issues', 1],
])('%s holds what was read, as described', async (path, name, least) => {
  const list = await get(path)
  expect(list[name]?.length).toBeGreaterThanOrEqual(least)
})

test('each entry of a list is found alone, as described', async () => {
  const { stories } = await get('/api/v1/stories')
  for (const { id } of stories ?? []) await get(`/api/v1/stories/${id}`)
  const { articles } = await get('/api/v1/articles')
  for (const { id } of articles ?? []) await get(`/api/v1/articles/${id}`)
  const { quotes } = await get('/api/v1/quotes')
  for (const { slug } of quotes ?? []) await get(`/api/v1/quotes/${slug}`)
  const { people } = await get('/api/v1/people')
  for (const { slug } of people ?? []) await get(`/api/v1/people/${slug}`)
  expect([stories, articles, quotes, people].every((list) => list?.length)).toBe(true)
})

type Status = { stage: string | null; because: { article: { url: string } }[]; counts: object }

test('the status bears its reasons, now and at any moment', async () => {
  const now = await get<Status>('/api/v1/status')
  expect(now.stage).toBe('development')
  expect(now.because.map(({ article }) => article.url)).toEqual([
    'https://lantern.example/interview',
  ])
  expect((await get<Status>('/api/v1/status?at=2025-12-31')).stage).toBe('talks')
  expect((await get<Status>('/api/v1/status?at=2020-01-01T00:00:00Z')).stage).toBeNull()
  const { changes } = await get('/api/v1/status/history')
  expect(changes?.map(({ stage }) => stage)).toEqual(['talks', 'development'])
})

test.each([
  ['/api/v1/articles?source=tide-example', 'articles', 1],
  ['/api/v1/articles?person=ines-quarrie&fresh=true', 'articles', 2],
  ['/api/v1/articles?fresh=false', 'articles', 2],
  ['/api/v1/articles?stage=talks', 'articles', 1],
  ['/api/v1/articles?lang=de', 'articles', 0],
  ['/api/v1/articles?lang=en&since=2026-01-05&until=2026-01-05', 'articles', 2],
  ['/api/v1/stories?person=ines-quarrie&stage=development&lang=en', 'stories', 1],
  ['/api/v1/statements?fresh=true&stage=talks', 'statements', 1],
  ['/api/v1/statements?person=nobody', 'statements', 0],
  ['/api/v1/statements?person=ines-quarrie&source=buoy-example', 'statements', 1],
  ['/api/v1/quotes?person=ines-quarrie&since=2026-01-01', 'quotes', 1],
])('%s filters', async (path, name, count) => {
  expect((await get(path))[name]?.length).toBe(count)
})

test.each([
  ['/api/v1/articles', 'articles'],
  ['/api/v1/stories', 'stories'],
  ['/api/v1/statements', 'statements'],
  ['/api/v1/quotes', 'quotes'],
])('%s comes page by page with each entry once, and keeps the question', async (path, name) => {
  const whole = (await get(path))[name]
  const entries: unknown[] = []
  let next: string | null | undefined = `${path}?limit=1&since=2020-01-01`
  while (next) {
    const page: Lists = await get(next)
    entries.push(...(page[name] ?? []))
    next = page.next
    if (next) expect(next).toContain('since=2020-01-01')
  }
  expect(entries).toEqual(whole)
})

test('with fields an entry has only those', async () => {
  const { articles } = await get('/api/v1/articles?fields=id,%20url')
  for (const one of articles ?? []) expect(Object.keys(one)).toEqual(['id', 'url'])
  const { stories } = await get('/api/v1/stories?fields=title')
  expect(stories?.map((one) => Object.keys(one))).toEqual(stories?.map(() => ['title']))
})

test('a search finds articles, people and quotations', async () => {
  const found = await get('/api/v1/search?q=quarrie')
  expect(found.people?.map(({ slug }) => slug)).toEqual(['ines-quarrie'])
  expect(found.articles?.length).toBe(2)
  const said = await get('/api/v1/search?q=having+a+ball')
  expect(said.quotes?.length).toBe(1)
})
