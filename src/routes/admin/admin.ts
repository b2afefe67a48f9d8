import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App } from '../../app.ts'
import { problem } from '../problem.ts'
import { articleRoutes } from './articles.tsx'
import { auditRoutes } from './audit.tsx'
import { correctionRoutes } from './corrections.tsx'
import { letterRoutes } from './dead-letters.tsx'
import { digestRoutes } from './digest.tsx'
import { type AdminEnv, guard } from './guard.tsx'
import { hostRoutes } from './hosts.tsx'
import { overviewRoutes } from './overview.tsx'
import { quotaRoutes } from './quotas.tsx'
import { scanRoutes } from './scans.tsx'
import { signInRoutes } from './sign-in.tsx'
import { sourceRoutes } from './sources.tsx'
import { storyRoutes } from './stories.tsx'
import { subscriberListRoutes } from './subscribers.lists.ts'
import { subscriberRoutes } from './subscribers.tsx'
import { tryRoutes } from './try.tsx'

const BODY_LIMIT = 256 * 1024 // bytes
const ALL = ['/admin/*', '/api/admin/*'] // each with the path above it

// As on the site; and a script of our own, which follows what goes on.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Everything for admins: pages below /admin, the same as JSON below /api/admin. See twin.tsx. */
export function adminRoutes(app: App): Hono<AdminEnv> {
  const hono = new Hono<AdminEnv>()
  for (const path of ALL) hono.use(path, headers(), limited())
  hono.route('/', signInRoutes(app))
  for (const path of ALL) hono.use(path, guard(app))
  return hono
    .route('/', overviewRoutes(app))
    .route('/', scanRoutes(app))
    .route('/', sourceRoutes(app))
    .route('/', tryRoutes(app))
    .route('/', hostRoutes(app))
    .route('/', articleRoutes(app))
    .route('/', storyRoutes(app))
    .route('/', correctionRoutes(app))
    .route('/', digestRoutes(app))
    .route('/', subscriberListRoutes(app)) // before /subscribers/:id
    .route('/', subscriberRoutes(app))
    .route('/', letterRoutes(app))
    .route('/', quotaRoutes(app))
    .route('/', auditRoutes(app))
}

/** Nothing is kept by anybody; our own pages are told where a form came from. */
function headers(): MiddlewareHandler {
  return async (c, next) => {
    c.header('cache-control', 'no-store')
    c.header('content-security-policy', POLICY)
    c.header('referrer-policy', 'same-origin')
    c.header('x-robots-tag', 'noindex')
    await next()
  }
}

function limited(): MiddlewareHandler {
  return bodyLimit({
    maxSize: BODY_LIMIT,
    onError: (c) => problem(c, 413, 'Too large', `At most ${BODY_LIMIT} bytes, please.`),
  })
}
