import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { listStories } from '../../db/public/stories.ts'
import { findStory, storyOfArticle } from '../../db/public/story.ts'
import { answers, answersOrNone, dated, nextOf, none, only, questions } from './answers.ts'
import * as param from './params.ts'
import { story, storyList, storySummary } from './schema.news.ts'

const list = createRoute({
  method: 'get',
  path: '/api/v1/stories',
  operationId: 'listStories',
  tags: ['News'],
  summary: 'Stories, the one that began last first',
  request: {
    query: z.strictObject({
      limit: param.limit(20, 50, 25),
      ...param.part,
      person: param.person,
      stage: param.stageFilter,
      lang: param.lang,
      fields: param.fields(Object.keys(storySummary.shape)),
    }),
  },
  responses: answers(storyList, 'A page of stories.'),
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/stories/{id}',
  operationId: 'getStory',
  tags: ['News'],
  summary: 'One story: every article that tells it, and what was said in them',
  request: {
    params: param.idParam,
    query: z.strictObject({ fields: param.fields(Object.keys(story.shape)) }),
  },
  responses: {
    ...answersOrNone(story, 'The story.'),
    302: { description: 'Its founder now belongs to another story: it is there.' },
  },
})

export function storyRoutes(app: App) {
  return questions()
    .openapi(list, async (c) => {
      const { fields, ...query } = c.req.valid('query')
      const page = await dated(c, app, listStories(app.db, query))
      const stories = page.items.map((item) => only(item, fields))
      return c.json({ stories, next: nextOf(c.req.url, page.next) }, 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await dated(c, app, findStory(app.db, id))
      if (found) return c.json(only(found, c.req.valid('query').fields), 200)
      const now = await storyOfArticle(app.db, id)
      return now && now !== id ? c.redirect(`/api/v1/stories/${now}`, 302) : none(c, 'such story')
    })
}
