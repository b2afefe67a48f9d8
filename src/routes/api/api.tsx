import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { App } from '../../app.ts'
import { conditional } from '../conditional.ts'
import { sendWhole } from '../drawn.ts'
import { problem } from '../problem.ts'
import { CACHE } from './answers.ts'
import { articleRoutes, articlesNow } from './articles.ts'
import { DocumentPage } from './document.page.tsx'
import { type ApiDocument, apiDocument } from './document.ts'
import { peopleRoutes } from './people.ts'
import { quoteRoutes } from './quotes.ts'
import { sourceRoutes } from './sources.ts'
import { statementRoutes } from './statements.ts'
import { statusNow, statusRoutes } from './status.ts'
import { storyRoutes } from './stories.ts'

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE']

/** The public JSON API, its description and a page that shows it. */
export function apiRoutes(app: App) {
  const v1 = answersOf(app)
  let document: ApiDocument | undefined
  const described = () => {
    document ??= apiDocument(v1, app.config)
    return document
  }
  return new OpenAPIHono()
    .use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag'] }))
    .use('/api/*', conditional(), cached())
    .get('/api/v1/status', sendWhole(statusNow(app)))
    .get('/api/v1/articles', sendWhole(articlesNow(app)))
    .route('/', v1)
    .get('/api/v1/openapi.json', (c) => c.json(described()))
    .get('/api', (c) => c.html(<DocumentPage config={app.config} document={described()} />))
    .on(WRITING, '/api/v1/*', (c) => {
      c.header('allow', 'GET, HEAD, OPTIONS')
      return problem(c, 405, 'Method not allowed', 'This API is for reading: use GET.')
    })
}

/** The routes that are described, with the types that a client is made from. */
function answersOf(app: App) {
  return new OpenAPIHono()
    .route('/', statusRoutes(app))
    .route('/', storyRoutes(app))
    .route('/', articleRoutes(app))
    .route('/', statementRoutes(app))
    .route('/', quoteRoutes(app))
    .route('/', peopleRoutes(app))
    .route('/', sourceRoutes(app))
}

/** For `hc` of hono/client: `hc<Api>('https://…').api.v1.status.$get()`. */
export type Api = ReturnType<typeof answersOf>

function cached(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.ok && !c.res.headers.has('cache-control')) c.header('cache-control', CACHE)
  }
}
