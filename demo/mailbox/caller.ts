import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { type ApiError, apiError, refuse } from './api-error.ts'
import type { Box, SeenRequest } from './box.ts'

type Env = { Bindings: HttpBindings }

/** Keeps what comes in, but for the API key, and the status that went out. */
export function recordRequest(box: Box) {
  return createMiddleware<Env>(async (c, next) => {
    const { authorization: _secret, ...headers } = c.req.header()
    const request: SeenRequest = {
      at: new Date(box.now()).toISOString(),
      method: c.req.method,
      path: c.req.path,
      headers,
      body: await c.req.text(),
      status: null,
    }
    box.see(request)
    await next()
    if (!c.env.outgoing.destroyed) request.status = c.res.status
  })
}

/** Turns away callers without a name or a key, and those that are too fast. */
export function checkCaller(box: Box) {
  return createMiddleware<Env>(async (c, next) => {
    // Resend's edge turns away callers without a name before its API sees them.
    if (!c.req.header('user-agent')) return c.text('error code: 1010', 403)
    const rate = box.rate()
    const error = keyError(c.req.header('authorization'), c.req.method) ?? rate.error
    if (error) return refuse(error, rate.headers)
    await next()
    for (const [name, value] of Object.entries(rate.headers)) c.res.headers.set(name, value)
  })
}

function keyError(authorization: string | undefined, method: string): ApiError | null {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!key) return apiError('missing_api_key')
  if (!key.startsWith('re_')) return apiError('invalid_api_key')
  const mayOnlySend = key.startsWith('re_restricted') && method !== 'POST'
  return mayOnlySend ? apiError('restricted_api_key') : null
}
