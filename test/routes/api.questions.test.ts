import { beforeAll, expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { openWeb } from '../scrape/web.ts'
import { apiSite } from './api-site.ts'

let site: Awaited<ReturnType<typeof apiSite>>

beforeAll(async () => {
  site = await apiSite()
})

test.each([
  ['/api/v1/articles?limit=0', 'limit'],
  ['/api/v1/articles?limit=101', 'limit'],
  ['/api/v1/articles?after=x', 'after'],
  ['/api/v1/articles?since=yesterday', 'since'],
  ['/api/v1/articles?since=2026-02-30', 'since'],
  ['/api/v1/articles?until=2026-01-01T00:00:00', 'until'],
  ['/api/v1/articles?stage=soon', 'stage'],
  ['/api/v1/articles?lang=e', 'lang'],
  ['/api/v1/articles?fresh=1', 'fresh'],
  ['/api/v1/articles?fields=id,secret', 'fields'],
  ['/api/v1/articles?sourse=x', ''],
  ['/api/v1/articles?limit=1&limit=2', 'limit'],
  ['/api/v1/stories?stage=', 'stage'],
  ['/api/v1/search', 'q'],
  ['/api/v1/search?q=%20', 'q'],
  ['/api/v1/status?at=2999-01-01', 'at'],
  ['/api/v1/status/history?x=1', ''],
])('%s is refused, and told why', async (path, name) => {
  const answer = await site.request(path)
  expect(answer.status).toBe(400)
  const { errors } = await answer.json<{ errors: { name: string; reason: string }[] }>()
  expect(errors[0]?.name).toBe(name)
  expect(errors[0]?.reason.length).toBeGreaterThan(5)
})

test.each([
  '/api/v1/stories/none',
  '/api/v1/articles/none',
  '/api/v1/quotes/none',
  '/api/v1/people/none',
])('%s is nowhere', async (path) => {
  expect((await site.request(path)).status).toBe(404)
})

type Articles = { articles: { id: string; storyId: string }[] }

test('a story whose founder joined another is where that went', async () => {
  const { articles } = await (await site.request('/api/v1/articles')).json<Articles>()
  const joined = articles.find(({ id, storyId }) => id !== storyId)
  const answer = await site.request(`/api/v1/stories/${joined?.id}`)
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`/api/v1/stories/${joined?.storyId}`)
})

test.each(['/api/v1/status', '/api/v1/stories', '/api/v1/articles', '/api/v1/outlets'])(
  '%s is not sent twice to who has it',
  async (path) => {
    const first = await site.request(path)
    expect(first.headers.get('cache-control')).toMatch(
      /public, max-age=\d+, stale-while-revalidate=/,
    )
    const tag = first.headers.get('etag') ?? ''
    const changed = first.headers.get('last-modified') ?? ''
    expect(new Date(changed).toUTCString()).toBe(changed)
    for (const headers of [
      { 'if-none-match': tag },
      { 'if-none-match': `"other", W/${tag}` },
      { 'if-modified-since': changed },
    ]) {
      const again = await site.request(path, { headers })
      expect(again.status, JSON.stringify(headers)).toBe(304)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      expect(again.headers.get('cache-control')).toContain('max-age')
    }
    const { status } = await site.request(path, {
      headers: { 'if-none-match': '"other"', 'if-modified-since': changed },
    })
    expect(status).toBe(200)
  },
)

test('nothing can be written', async () => {
  const answer = await http(openWeb({}).app).request('/api/v1/articles', { method: 'POST' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toContain('GET')
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})
