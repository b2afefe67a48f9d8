import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createApi } from './api.ts'
import { apiError } from './api-error.ts'
import type { Box } from './box.ts'
import { createControl } from './control.ts'
import { createPages } from './pages.ts'

const OUR_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The whole mailbox: the API under /emails, levers for tests under /control, and the pages. */
export function createApp(box: Box): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(refuseOtherHosts)
  app.route('/emails', createApi(box))
  app.route('/control', createControl(box))
  app.route('/', createPages(box))
  app.onError((error, c) => {
    const isHungUp = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    if (!isHungUp) console.error(error) // who hangs up while asking is no trouble of ours
    return c.text('The mailbox has failed.', 500)
  })
  app.notFound(() => Response.json(apiError('not_found'), { status: 404 }))
  return app
}

/** A web page that rebinds its own name to 127.0.0.1 could read the mails otherwise. */
const refuseOtherHosts = createMiddleware(async (c, next) => {
  const { hostname } = new URL(c.req.url)
  if (!OUR_NAMES.has(hostname)) return c.text('This mailbox answers on loopback only.', 421)
  await next()
})
