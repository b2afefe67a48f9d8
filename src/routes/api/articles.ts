import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { findArticle, listArticles, type PublicArticle } from '../../db/public/articles.ts'
import { latestArticles, USUAL_ARTICLES } from '../../db/public/lists.ts'
import type { Page } from '../../db/public/page.ts'
import { explained } from '../../db/public/story.ts'
import { type Drawn, drawnOnce } from '../drawn.ts'
import {
  answers,
  answersOrNone,
  changedAt,
  drawnJson,
  nextOf,
  none,
  only,
  questions,
} from './answers.ts'
import * as param from './params.ts'
import { article, articleList } from './schema.news.ts'

const fields = param.fields(Object.keys(article.shape))

const list = createRoute({
  method: 'get',
  path: '/api/v1/articles',
  operationId: 'listArticles',
  tags: ['News'],
  summary: 'Articles on the film, copies among them, latest first',
  request: {
    query: z.strictObject({
      limit: param.limit(USUAL_ARTICLES, 100, 50),
      ...param.part,
      ...param.filters,
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
      const page = await listArticles(app.db, query)
      changedAt(c, changeOf(page))
      const articles = page.items.map((item) => only(explained(item), fields))
      return c.json({ articles, next: nextOf(c.req.url, page.next) }, 200)
    })
    .openapi(one, async (c) => {
      const found = await findArticle(app.db, c.req.valid('param').id)
      if (!found) return none(c, 'such article')
      changedAt(c, found.placedAt)
      return c.json(only(explained(found), c.req.valid('query').fields), 200)
    })
}

/** The first page of all, made once for all who ask while nothing changes. */
export function articlesNow(app: App): () => Promise<Drawn> {
  return drawnOnce(app, latestArticles, (page) => {
    const next = nextOf(app.config.siteUrl + list.path, page.next)
    return drawnJson({ articles: page.items.map(explained), next }, changeOf(page))
  })
}

/** When the place of any of them was last decided; null where none is known. */
function changeOf({ items }: Page<PublicArticle>): string | null {
  return (
    items
      .flatMap(({ placedAt }) => placedAt ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
