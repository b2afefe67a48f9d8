import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { listStatements } from '../../db/public/statements.ts'
import { answers, dated, nextOf, only, questions } from './answers.ts'
import * as param from './params.ts'
import { statement, statementList } from './schema.news.ts'

const list = createRoute({
  method: 'get',
  path: '/api/v1/statements',
  operationId: 'listStatements',
  tags: ['Words'],
  summary: 'Who says what about the status, latest first',
  request: {
    query: z.strictObject({
      limit: param.limit(25, 100),
      ...param.part,
      ...param.filters,
      fields: param.fields(Object.keys(statement.shape)),
    }),
  },
  responses: answers(statementList, 'A page of statements.'),
})

export function statementRoutes(app: App) {
  return questions().openapi(list, async (c) => {
    const { fields, ...query } = c.req.valid('query')
    const page = await dated(c, app, listStatements(app.db, query))
    const statements = page.items.map((item) => only(item, fields))
    return c.json({ statements, next: nextOf(c.req.url, page.next) }, 200)
  })
}
