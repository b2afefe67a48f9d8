import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { listIssues } from '../../db/public/issues.ts'
import { everybody } from '../../db/public/lists.ts'
import { search } from '../../db/public/search.ts'
import { explained } from '../../db/public/story.ts'
import { listSources } from '../../db/sources.ts'
import { keptReader } from '../kept.ts'
import { answers, nextOf, questions } from './answers.ts'
import * as param from './params.ts'
import { found } from './schema.people.ts'
import { issueList, sourceList } from './schema.status.ts'

const sources = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  operationId: 'listSources',
  tags: ['Where from'],
  summary: 'Where we look, and how each of these places is',
  request: { query: z.strictObject({}) },
  responses: answers(sourceList, 'The sources.'),
})

const issues = createRoute({
  method: 'get',
  path: '/api/v1/issues',
  operationId: 'listIssues',
  tags: ['News'],
  summary: 'The issues of the digest, latest first',
  request: {
    query: z.strictObject({
      limit: param.limit(20, 100, 50),
      ...param.part,
    }),
  },
  responses: answers(issueList, 'A page of issues.'),
})

const look = createRoute({
  method: 'get',
  path: '/api/v1/search',
  operationId: 'search',
  tags: ['News'],
  summary: 'Articles, people and quotations that hold every word',
  request: {
    query: z.strictObject({
      q: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .openapi({ param: { name: 'q', in: 'query', description: 'Words.' }, example: 'script' }),
      limit: param.limit(10, 30, 10),
    }),
  },
  responses: answers(found, 'What was found.'),
})

export function sourceRoutes(app: App) {
  const readPeople = keptReader(app, everybody)
  return questions()
    .openapi(sources, async (c) => c.json({ sources: await sourcesOf(app) }, 200))
    .openapi(issues, async (c) => {
      const { items, next } = await listIssues(app.db, c.req.valid('query'))
      const listed = items.map((issue) => {
        const url = `${app.config.siteUrl}/issues/${issue.id}`
        return { ...issue, url, json: `${url}.json`, text: `${url}.txt` }
      })
      return c.json({ issues: listed, next: nextOf(c.req.url, next) }, 200)
    })
    .openapi(look, async (c) => {
      const { q, limit } = c.req.valid('query')
      const { articles, people, quotations } = await search(app.db, q, limit, await readPeople())
      const shown = articles.map(explained)
      return c.json({ query: q, articles: shown, people, quotes: quotations }, 200)
    })
}

async function sourcesOf({ db, config }: App) {
  const states = new Map((await listSources(db)).map((state) => [state.id, state]))
  return config.sources.map(({ id, outlet, home, kind, url }) => {
    const state = states.get(id)
    return {
      id,
      outlet,
      home,
      kind,
      url,
      state: state?.lastScanAt ? state.state : ('new' as const),
      lastScanAt: state?.lastScanAt ?? null,
      lastOkAt: state?.lastOkAt ?? null,
      lastChangeAt: state?.lastChangeAt ?? null,
      nextDueAt: state?.nextDueAt ?? null,
      failures: state?.failures ?? 0,
      lastError: state?.lastError ?? null,
    }
  })
}
