import { Hono } from 'hono'
import type { App } from '../app.ts'
import { type Health, readHealth } from '../digest/health.ts'

/** How it goes, for whoever watches: 200 while all is as it should be, else 503. */
export function healthRoutes(app: App): Hono {
  return new Hono().get('/health', async (c) => {
    const health = await lookOrNull(app)
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex')
    if (!health) return c.json({ isOk: false, database: 'unreachable' }, 503)
    return c.json({ ...health, version: app.config.version }, health.isOk ? 200 : 503)
  })
}

async function lookOrNull(app: App): Promise<Health | null> {
  try {
    return await readHealth(app)
  } catch (error) {
    app.log('health.unknown', { error: String(error) })
    return null
  }
}
