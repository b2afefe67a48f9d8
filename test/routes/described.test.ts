import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import type { Topic } from '../../src/topic.ts'
import { openWeb } from '../scrape/web.ts'

test('an answer of the API that is not as described fails the test that asks for it', async () => {
  const { app } = openWeb({})
  const topic: Topic = JSON.parse('{ "id": "x", "title": 5, "aliases": [], "people": [] }')
  const site = http({ ...app, config: { ...app.config, topic } })
  await expect(site.request('/api/v1/status')).rejects.toThrow('/topic/title')
  await expect(site.fetch(new Request('https://x.example/api/v1/status'))).rejects.toThrow()
})

test('what is not described is refused, and the refusal is a problem', async () => {
  const site = http(openWeb({}).app)
  expect((await site.request('/api/v1/nothing')).status).toBe(404)
  expect((await site.request('/api/v1/status', { method: 'DELETE' })).status).toBe(405)
})
