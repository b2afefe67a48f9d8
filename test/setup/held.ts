import type { Hono } from 'hono'
import { type Document, holdToDescription, isOfApi } from './described.ts'

/**
 * A site that fails whoever gets an answer from its API that is not as described. Every site is made
 * one where tests run in workerd: vitest.config.ts sees to that.
 */
export function held(site: Hono): Hono {
  const { fetch } = site
  site.fetch = async (request, ...rest) => {
    const answer = await fetch(request, ...rest)
    const { method } = request
    const url = new URL(request.url)
    if (isOfApi(url)) {
      document ??= await describe(site)
      await holdToDescription(document, { method, url }, answer.clone())
    }
    return answer
  }
  return site
}

let document: Document | undefined

async function describe(site: Hono): Promise<Document> {
  return await (await site.request('/api/v1/openapi.json')).json()
}
