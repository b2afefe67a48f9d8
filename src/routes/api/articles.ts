import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { findArticle, listArticles } from '../../db/public/articles.ts'
import { explained } from '../../db/public/story.ts'
import { answers, answersOrNone, changedAt, nextOf, none, only, questions } from './answers.ts'
import * as param from './params.ts'
import { article, articleList } from './schema.news.ts'

const USUAL = 12 // articles of a page: D1 reads some four rows for each
const fields = param.fields(Object.keys(article.shape))

const list = createRoute({
  method: 'get',
  path: '/api/v1/articles',
  operationId: 'listArticles',
  tags: ['News'],
  summary: 'Articles on the film, copies among them, latest first',
  request: {
    query: z.strictObject({
      limit: param.limit(USUAL, 100),
      after: param.after,
      since: param.since,
      until: param.until,
      source: param.source,
      person: param.person,
      stage: param.stageFilter,
      lang: param.lang,
      fresh: param.fresh,
      fields,
    }),
  },
  responses: answers(articleList, 'A page of articles.'),
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/articles/{id}',
  operationId: 'getArticle',
  tags: ['News'],
  summary: 'One article, what was said in it and why it belongs to its story',
  request: { params: param.idParam, query: z.strictObject({ fields }) },
  responses: answersOrNone(article, 'The article.'),
})

export function articleRoutes(app: App) {
  return questions()
    .openapi(list, async (c) => {
      const { fields, ...query } = c.req.valid('query')
      const { items, next } = await listArticles(app.db, query)
      changedAt(
        c,
        items.map(({ placedAt }) => placedAt),
      )
      const articles = items.map((item) => only(explained(item), fields))
      return c.json({ articles, next: nextOf(c, next) }, 200)
    })
    .openapi(one, async (c) => {
      const found = await findArticle(app.db, c.req.valid('param').id)
      if (!found) return none(c, 'such article')
      changedAt(c, [found.placedAt])
      return c.json(only(explained(found), c.req.valid('query').fields), 200)
    })
}
