import { Hono } from 'hono'
import type { App } from '../app.ts'
import { countArticles, listArticles } from '../db/listing.ts'
import { currentStatus, findStatements, statementsOf } from '../db/status.ts'
import { listMarks, listSteps } from '../db/timeline.ts'
import { About, Bot, Privacy } from './about.tsx'
import { Front } from './front.tsx'

const ARTICLES_SHOWN = 60
const MARKS_SHOWN = 60

/** The pages that people read. */
export function siteRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/', async (c) => {
      const [status, counts, articles, steps, marks] = await Promise.all([
        currentStatus(app.db),
        countArticles(app.db),
        listArticles(app.db, ARTICLES_SHOWN, null),
        listSteps(app.db),
        listMarks(app.db, MARKS_SHOWN),
      ])
      const [reasons, statements] = await Promise.all([
        findStatements(app.db, status.because),
        statementsOf(
          app.db,
          articles.map(({ id }) => id),
        ),
      ])
      const timeline = { steps, marks, until: app.now() }
      const news = { status, counts, articles, reasons, statements, timeline }
      c.header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
      return c.html(<Front config={config} news={news} />)
    })
    .get('/about', (c) => c.html(<About config={config} />))
    .get('/bot', (c) => c.html(<Bot config={config} />))
    .get('/privacy', (c) => c.html(<Privacy config={config} />))
}
