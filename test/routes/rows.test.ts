import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { seed } from '../../bench/http/seed.ts'
import { keepLists } from '../../src/db/public/lists.ts'
import { http } from '../../src/routes/http.ts'
import { idOf } from '../db/public/many.ts'
import { openWeb } from '../scrape/web.ts'
import { keepWeekly } from './weekly-issue.ts'

const MOST = 60 // rows that one answer may read, however many articles there are

/** Questions to every public route, each at its dearest. */
const ASKED: Record<string, string[]> = {
  '/': ['/'],
  '/about': ['/about'],
  '/api': ['/api'],
  '/api/v1/articles': [
    '/api/v1/articles',
    '/api/v1/articles?limit=100',
    '/api/v1/articles?until=2019-04-01',
    '/api/v1/articles?source=source-7',
    '/api/v1/articles?lang=fr',
    '/api/v1/articles?person=person-7',
    '/api/v1/articles?stage=filming',
    '/api/v1/articles?fresh=true',
  ],
  '/api/v1/articles/:id': [`/api/v1/articles/${idOf(500)}`],
  '/api/v1/issues': ['/api/v1/issues?limit=100'],
  '/api/v1/openapi.json': ['/api/v1/openapi.json'],
  '/api/v1/outlets': ['/api/v1/outlets'],
  '/api/v1/people': ['/api/v1/people'],
  '/api/v1/people/:id': ['/api/v1/people/person-0', '/api/v1/people/person-1'],
  '/api/v1/quotes': [
    '/api/v1/quotes',
    '/api/v1/quotes?person=person-0',
    '/api/v1/quotes?limit=100',
  ],
  '/api/v1/quotes/:id': ['/api/v1/quotes/we-are-working-on-it-take-500'],
  '/api/v1/search': ['/api/v1/search?q=headline&limit=30', '/api/v1/search?q=person'],
  '/api/v1/sources': ['/api/v1/sources'],
  '/api/v1/statements': [
    '/api/v1/statements',
    '/api/v1/statements?person=person-0',
    '/api/v1/statements?person=person-1&fresh=true',
    '/api/v1/statements?lang=fr',
    '/api/v1/statements?limit=100',
  ],
  '/api/v1/status': [
    '/api/v1/status',
    '/api/v1/status?at=2019-03-20',
    '/api/v1/status?at=2018-01-01',
  ],
  '/api/v1/status/history': ['/api/v1/status/history', '/api/v1/status/history?rules=1'],
  '/api/v1/stories': [
    '/api/v1/stories',
    '/api/v1/stories?person=person-7',
    '/api/v1/stories?lang=fr',
    '/api/v1/stories?limit=50',
  ],
  '/api/v1/stories/:id': [`/api/v1/stories/${idOf(500)}`, `/api/v1/stories/${idOf(501)}`],
  '/atom.xml': ['/atom.xml'],
  '/badge.json': ['/badge.json'],
  '/badge.svg': ['/badge.svg'],
  '/bot': ['/bot'],
  '/feed.json': ['/feed.json'],
  '/feed.xml': ['/feed.xml'],
  '/health': ['/health'],
  '/issues': ['/issues'],
  '/issues.xml': ['/issues.xml'],
  '/issues/:file': ['/issues/2026-W09'],
  '/outlets': ['/outlets'],
  '/people': ['/people'],
  '/people/:slug': ['/people/person-0', '/people/person-1'],
  '/privacy': ['/privacy'],
  '/quotes/:slug': ['/quotes/we-are-working-on-it-take-500'],
  '/robots.txt': ['/robots.txt'],
  '/search': ['/search?q=headline', '/search'],
  '/site.webmanifest': ['/site.webmanifest'],
  '/sitemap.xml': ['/sitemap.xml'],
  '/status': ['/status', '/status?at=2019-03-20'],
  '/status.atom': ['/status.atom'],
  '/subscribe': ['/subscribe'],
  '/stories': ['/stories', '/stories?after=2019-04-01T00:00:00Z_x'],
  '/stories/:id': [`/stories/${idOf(500)}`],
}

const WRITTEN_TO_ONE = /admin|manage|confirm|unsubscribe|webhooks/ // by whoever has the link

beforeAll(async () => {
  await seed(env.DB, 3000)
  // one story with many articles, and one quotation that they all print
  await env.DB.batch([
    env.DB.prepare(`UPDATE articles SET story_id = ?1 WHERE id > ?1 AND id <= ?2`).bind(
      idOf(500),
      idOf(700),
    ),
    env.DB.prepare(
      `INSERT INTO printed (quotation_key, moment, article_id)
       SELECT 'we are working on it take 500', moment, id FROM articles WHERE id > ?1 AND id <= ?2`,
    ).bind(idOf(500), idOf(700)),
  ])
  await keepWeekly({
    id: '2026-W09',
    subject: 'Nothing is settled',
    coversUntil: '2026-02-27T08:00:00.000Z',
  })
  await keepLists(env.DB, '1.2.3', openWeb({}).app.now().toISOString())
})

test('each public route is asked', () => {
  const routes = http(openWeb({}).app).routes.filter(
    ({ method, path }) => method === 'GET' && !path.endsWith('*') && !WRITTEN_TO_ONE.test(path),
  )
  expect(Object.keys(ASKED).toSorted()).toEqual(
    [...new Set(routes.map(({ path }) => path))].toSorted(),
  )
})

test.each(Object.values(ASKED).flat())('%s reads few rows', async (path) => {
  const { app } = openWeb({})
  const { db, reads } = countingReads(app.db)
  expect([200, 302, 503]).toContain((await http({ ...app, db }).request(path)).status) // 503: /health
  expect(reads.rows).toBeLessThanOrEqual(MOST)
})

test('a story of more articles than are shown says so, and shows the first of them', async () => {
  const site = http(openWeb({}).app)
  const page = await (await site.request(`/stories/${idOf(500)}`)).text()
  expect(page).toContain('The first 50 of 201 articles.')
  const story = await site.request(`/api/v1/stories/${idOf(500)}`)
  const { members } = await story.json<{ members: { id: string }[] }>()
  expect(members.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => idOf(500 + i)))
})
