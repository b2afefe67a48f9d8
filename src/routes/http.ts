import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { App } from '../app.ts'
import { adminRoutes } from './admin/admin.ts'
import { apiRoutes } from './api/api.tsx'
import { badgeRoutes } from './badge.tsx'
import { confirmRoutes } from './confirm.tsx'
import { feedRoutes } from './feeds.ts'
import { healthRoutes } from './health.ts'
import { issueRoutes } from './issues.tsx'
import { manageRoutes } from './manage.tsx'
import { missing } from './missing.tsx'
import { problem } from './problem.ts'
import { remember } from './remember.ts'
import { siteRoutes } from './site.tsx'
import { subscribeRoutes } from './subscribe.tsx'
import { unsubscribeRoutes } from './unsubscribe.tsx'
import { webhookRoutes } from './webhooks.ts'

/** Everything that is answered over HTTP. */
export function http(app: App): Hono {
  return new Hono()
    .use(remember(app))
    .use(headers())
    .route('/', adminRoutes(app)) // before the public API, whose answers any site may read
    .route('/', siteRoutes(app))
    .route('/', apiRoutes(app))
    .route('/', feedRoutes(app))
    .route('/', badgeRoutes(app))
    .route('/', issueRoutes(app))
    .route('/', subscribeRoutes(app))
    .route('/', confirmRoutes(app))
    .route('/', unsubscribeRoutes(app))
    .route('/', manageRoutes(app))
    .route('/', webhookRoutes(app))
    .route('/', healthRoutes(app))
    .notFound((c) => missing(c, app.config))
    .onError((error, c) => {
      if (error instanceof HTTPException) return error.getResponse()
      app.log('http.failed', { path: c.req.path, error: String(error) })
      return problem(c, 500, 'Our mistake', 'Something broke here. It has been noted.')
    })
}

/**
 * Nothing is loaded from elsewhere, no script runs, no other site frames ours. A page that needs
 * otherwise sets its own policy.
 */
function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      manifestSrc: ["'self'"],
      connectSrc: ["'self'"], // for who looks at robots.txt from a page, as audits do
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    overwrite: false,
  })
}
