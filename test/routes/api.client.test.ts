import { hc } from 'hono/client'
import { expect, test } from 'vitest'
import type { Api } from '../../src/routes/api/api.tsx'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

test('a client has the types of every question and answer', async () => {
  const site = http((await readNews(NEWS)).app)
  const { api } = hc<Api>('https://elsewhere.example', { fetch: site.request })
  const answer = await api.v1.status.$get({ query: { at: '2026-01-05' } })
  expect(answer.ok).toBe(true)
  if (!answer.ok) return
  const { stage, because } = await answer.json()
  expect([stage, because[0]?.speaker]).toEqual(['development', 'Ines Quarrie'])
  const list = await api.v1.articles.$get({ query: { stage: 'talks', limit: 5 } })
  expect(list.ok).toBe(true)
  if (list.ok) expect((await list.json()).articles.map(({ stage }) => stage)).toEqual(['talks'])
})
