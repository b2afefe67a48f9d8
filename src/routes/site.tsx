import { Hono } from 'hono'
import type { App } from '../app.ts'
import { aboutRoutes } from './site/about.tsx'
import { frontRoutes } from './site/front.tsx'
import { outletRoutes } from './site/outlets.tsx'
import { peopleRoutes } from './site/people.tsx'
import { promiseRoutes } from './site/promises.tsx'
import { quoteRoutes } from './site/quote.tsx'
import { searchRoutes } from './site/search.tsx'
import { seoRoutes } from './site/seo.ts'
import { statusAtRoutes } from './site/status-at.tsx'
import { storyRoutes } from './site/stories.tsx'

/** The pages that people read. */
export function siteRoutes(app: App): Hono {
  return new Hono()
    .route('/', frontRoutes(app))
    .route('/', storyRoutes(app))
    .route('/', peopleRoutes(app))
    .route('/', outletRoutes(app))
    .route('/', quoteRoutes(app))
    .route('/', searchRoutes(app))
    .route('/', statusAtRoutes(app))
    .route('/', aboutRoutes(app))
    .route('/', promiseRoutes(app))
    .route('/', seoRoutes(app))
}
