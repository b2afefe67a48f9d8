import { beforeAll, expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { http } from '../../src/routes/http.ts'
import { RULES_VERSION } from '../../src/status/reading.ts'
import { NEWS, type Printed, readNews } from '../db/public/newsroom.ts'
import { openWeb } from '../scrape/web.ts'

const DRAWN = ['/', '/api/v1/status', '/api/v1/articles']
const ANEW = { headers: { 'cache-control': 'no-cache' } }

type Status = { at: string | null; stage: string | null; daysWithoutNews: number }
type Articles = { articles: { id: string }[]; next: string }

beforeAll(async () => {
  await readNews([...NEWS, ...Array.from({ length: 13 }, (_, i) => piece(`piece ${i}`))])
})

/** An article that says nothing of the status. */
function piece(title: string, published = '2026-02-10T08:00:00Z'): Printed {
  return {
    outlet: 'many.example',
    slug: title.replaceAll(/\W/g, '-'),
    title: `Glass Harbor 2, ${title}`,
    text: [`This ${title} says nothing of whether Glass Harbor 2 is made, and goes on like that.`],
    published,
  }
}

test.each(DRAWN)('%s costs one row while nothing changes, and is made anew after', async (path) => {
  const { app } = openWeb({})
  const { db, reads } = countingReads(app.db)
  const site = http({ ...app, db })
  const first = await (await site.request(path, ANEW)).text()
  Object.assign(reads, { rows: 0, trips: 0 })
  expect(await (await site.request(path, ANEW)).text()).toBe(first)
  expect(reads).toEqual({ rows: 1, trips: 1 })
  await readNews([piece(`later piece than ${path}`, '2026-02-20T08:00:00Z')])
  const second = await (await site.request(path, ANEW)).text()
  expect(second).not.toBe(first)
  expect(second).toBe(await (await http(app).request(path, ANEW)).text())
})

test('what is drawn for all is what the same question is answered with in other words', async () => {
  const site = http(openWeb({}).app)
  const all = await site.request('/api/v1/articles')
  const some = await site.request('/api/v1/articles?limit=12')
  expect(await all.json()).toEqual({ ...(await some.json<Articles>()), next: expect.any(String) })
  expect([...all.headers].filter(([name]) => name !== 'etag')).toEqual(
    [...some.headers].filter(([name]) => name !== 'etag'),
  )
  const now = await (await site.request('/api/v1/status')).json<Status>()
  const then = await site.request('/api/v1/status?at=2026-03-02T10:00:00Z')
  expect({ ...now, at: '2026-03-02T10:00:00Z' }).toEqual(await then.json())
})

test('articles beyond the first page follow it without a gap', async () => {
  const site = http(openWeb({}).app)
  const first = await (await site.request('/api/v1/articles')).json<Articles>()
  const second = await (await site.request(first.next)).json<Articles>()
  const both = await (await site.request('/api/v1/articles?limit=24')).json<Articles>()
  const ids = [...first.articles, ...second.articles].map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(12)
  expect(both.articles.slice(0, ids.length).map(({ id }) => id)).toEqual(ids)
})

test('days are counted on though nothing changes', async () => {
  const { app, wait } = openWeb({})
  const site = http(app)
  const days = async () =>
    (await (await site.request('/api/v1/status')).json<Status>()).daysWithoutNews
  const before = await days()
  wait(86_400)
  expect(await days()).toBe(before + 1)
})

test('what is dated ahead is told from its moment on, though nothing changes then', async () => {
  const { app, wait } = openWeb({}) // its clock stands at ten
  await app.db.batch([
    app.db
      .prepare(`INSERT INTO status_changes VALUES (?1, '2026-03-02T10:30:00Z', 'filming', '[]')`)
      .bind(RULES_VERSION),
    app.db.prepare('UPDATE totals SET turn = turn + 1'),
  ])
  const site = http(app)
  const stage = async () => (await (await site.request('/api/v1/status')).json<Status>()).stage
  expect(await stage()).toBe('development')
  wait(29 * 60)
  expect(await stage()).toBe('development')
  wait(2 * 60)
  expect(await stage()).toBe('filming')
})
