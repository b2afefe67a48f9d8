import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { z } from 'zod'
import type { App } from '../app.ts'
import { type Cursor, countArticles, listArticles } from '../db/listing.ts'
import { currentStatus, findStatements, statementsOf } from '../db/status.ts'
import { STAGE_NAMES, stageWords } from '../stage.ts'
import { problem } from './problem.ts'

const CACHE = 'public, max-age=60, stale-while-revalidate=600'

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().transform(cursorOf).optional(),
})

/** The public JSON API: the status with its evidence, and the articles it was read from. */
export function apiRoutes(app: App): Hono {
  return new Hono()
    .use('/api/*', cors({ origin: '*', allowMethods: ['GET'] }), etag(), async (c, next) => {
      await next()
      if (c.res.ok) c.header('cache-control', CACHE)
    })
    .get('/api/v1/status', async (c) => c.json(await statusOf(app)))
    .get('/api/v1/articles', async (c) => {
      const query = listQuery.safeParse(c.req.query())
      if (!query.success) return problem(c, 400, 'Bad request', z.prettifyError(query.error))
      const { limit, after } = query.data
      return c.json(await articlesOf(app, limit, after ?? null))
    })
}

async function statusOf(app: App) {
  const { id, title } = app.config.topic
  const [{ stage, since, because }, counts] = await Promise.all([
    currentStatus(app.db),
    countArticles(app.db),
  ])
  return {
    topic: { id, title },
    stage,
    words: stageWords(stage),
    tmdb: stage && STAGE_NAMES[stage].tmdb,
    imdbPro: stage && STAGE_NAMES[stage].imdbPro,
    since,
    because: await findStatements(app.db, because),
    counts,
  }
}

async function articlesOf(app: App, limit: number, after: Cursor | null) {
  const articles = await listArticles(app.db, limit, after)
  const statements = await statementsOf(
    app.db,
    articles.map(({ id }) => id),
  )
  const last = articles.length === limit ? articles.at(-1) : undefined
  return {
    articles: articles.map((article) => ({
      ...article,
      statements: statements
        .filter((statement) => statement.article.id === article.id)
        .map(({ article: _, ...statement }) => statement),
    })),
    next: last ? `/api/v1/articles?limit=${limit}&after=${last.moment}_${last.id}` : null,
  }
}

function cursorOf(text: string, context: z.RefinementCtx): Cursor {
  const [, moment, id] = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f]+)$/.exec(text) ?? []
  if (moment && id) return { moment, id }
  context.addIssue('not a place in this list')
  return z.NEVER
}
