import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { listQuotations } from '../../db/public/quotations.list.ts'
import { findQuotation } from '../../db/public/quotations.ts'
import { answers, answersOrNone, dated, nextOf, none, only, questions } from './answers.ts'
import * as param from './params.ts'
import { quotation, quotationInFull, quotationList } from './schema.people.ts'

const list = createRoute({
  method: 'get',
  path: '/api/v1/quotes',
  operationId: 'listQuotes',
  tags: ['Words'],
  summary: 'Quotations by their first appearance, latest first',
  request: {
    query: z.strictObject({
      limit: param.limit(25, 100),
      ...param.part,
      person: param.person,
      fields: param.fields(Object.keys(quotation.shape)),
    }),
  },
  responses: answers(quotationList, 'A page of quotations.'),
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/quotes/{id}',
  operationId: 'getQuote',
  tags: ['Words'],
  summary: 'One quotation, by its slug: where it came first, and each time it came again',
  request: { params: param.idParam, query: z.strictObject({}) },
  responses: answersOrNone(quotationInFull, 'The quotation.'),
})

export function quoteRoutes(app: App) {
  return questions()
    .openapi(list, async (c) => {
      const { fields, ...query } = c.req.valid('query')
      const page = await dated(c, app, listQuotations(app.db, query))
      const quotes = page.items.map((item) => only(item, fields))
      return c.json({ quotes, next: nextOf(c.req.url, page.next) }, 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await dated(c, app, findQuotation(app.db, id))
      return found ? c.json(found, 200) : none(c, 'such quotation')
    })
}
