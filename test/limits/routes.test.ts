import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { openWeb, TOPIC } from '../scrape/web.ts'
import { asksOf } from './asks.ts'
import { passed } from './bounds.ts'
import { type Route, requestOf, routesOf } from './request.ts'
import type { Ask } from './states.ts'
import { fillDatabase, SOURCES } from './stock.ts'
import { openWorker } from './worker.ts'

const SLOW = { timeout: 300_000 }
const AT = '2026-11-20T08:20:00Z'

test('no question to any route, however large, passes a limit of the platform', SLOW, async () => {
  const vars = { TOPIC: JSON.stringify(TOPIC), SOURCES: JSON.stringify(SOURCES) }
  const world = ({ url }: Request) => (url.endsWith('/robots.txt') ? new Response('') : undefined)
  const worker = await openWorker(vars, world, AT)
  const asks = asksOf(await fillDatabase())
  const over: string[] = []
  for (const route of routesOf(openWeb({}).app)) {
    const what = `${route.method} ${route.path}`
    const ask = asks[what] ?? asks[what.replace('/api/admin', '/admin')] ?? takingNothing(route)
    if (!ask) throw new Error(`test/limits/asks.ts does not tell how to ask the most of ${what}`)
    await env.DB.prepare('UPDATE totals SET turn = turn + 1').run() // nothing is put together yet
    worker.others.faster = 1
    const { path, init } = await requestOf(route, ask)
    const { use, result } = await worker.ask(path, init)
    expect(result.status, `${what}: ${result.text.slice(0, 200)}`).toBeLessThan(ask.below ?? 400)
    over.push(...passed(use, 'free').map((bound) => `${what}: ${bound}`))
  }
  expect(over).toEqual([])
})

function takingNothing({ method, path }: Route): Ask | null {
  return method === 'GET' && !path.includes(':') ? {} : null
}
