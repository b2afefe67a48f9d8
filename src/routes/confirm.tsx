import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App } from '../app.ts'
import {
  confirm,
  confirmAgain,
  type LinkState,
  manageTokenFor,
  readConfirmLink,
} from '../digest/confirm.ts'
import { AskPage, ClosedPage, ConfirmedPage, ExpiredPage, LimitedPage } from './confirm.pages.tsx'
import { networkOfRequest } from './network.ts'
import { AskedPage } from './subscribe.pages.tsx'

const BODY_LIMIT = 4 * 1024 // bytes
const GONE = 410

/** Confirming a subscription: the link shows a button, because scanners open every link. */
export function confirmRoutes(app: App): Hono {
  return new Hono()
    .get('/confirm', async (c) => {
      const token = c.req.query('token') ?? ''
      return await show(app, c, token, await readConfirmLink(app, token))
    })
    .post('/confirm', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const token = await tokenOf(c)
      return await show(app, c, token, await confirm(app, token))
    })
    .post('/confirm/again', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      c.header('cache-control', 'no-store')
      const { config } = app
      const taking = await confirmAgain(app, await tokenOf(c), networkOfRequest(c))
      if (taking === 'taken') return c.html(<AskedPage config={config} />, 202)
      if (taking === 'closed') return c.html(<ClosedPage config={config} />, GONE)
      return c.html(<LimitedPage config={config} />, 429, { 'retry-after': '3600' })
    })
}

async function show(app: App, c: Context, token: string, state: LinkState) {
  const { config } = app
  c.header('cache-control', 'no-store')
  switch (state) {
    case 'open':
      return c.html(<AskPage config={config} token={token} />)
    case 'confirmed': {
      const manageToken = await manageTokenFor(app, token)
      return c.html(<ConfirmedPage config={config} manageToken={manageToken} />)
    }
    case 'expired':
      return c.html(<ExpiredPage config={config} token={token} />, GONE)
    case 'closed':
      return c.html(<ClosedPage config={config} />, GONE)
  }
}

/** The token in the form; empty where there is none, or no form that can be read. */
async function tokenOf(c: Context): Promise<string> {
  const { token } = await c.req.parseBody().catch(() => ({ token: '' }))
  return typeof token === 'string' ? token : ''
}
