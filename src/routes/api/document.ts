import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Config } from '../../app.ts'

const DESCRIPTION = `What is known of the film, and how: every answer leads to its sources.

Lists come in pages; follow \`next\` until it is null. A page may hold fewer entries than asked for.
Times are ISO 8601 in UTC; what is not known is null. Members may be added, never taken away or given
another meaning: ignore those that you do not know. With \`fields\` an entry has only the members that
you name. Every answer bears an ETag: send it back as If-None-Match and get 304 while nothing has
changed. No key is needed, and any site may ask.`

/** The API's own description (OpenAPI 3.1). */
export function apiDocument(routes: OpenAPIHono, { siteUrl, topic, version }: Config) {
  return routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `${topic.title}: the status`,
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: siteUrl }],
    security: [],
    tags: [
      { name: 'Status', description: 'Whether the film is made, and how we know.' },
      { name: 'News', description: 'What was written.' },
      { name: 'Words', description: 'What was said, and by whom.' },
      { name: 'Where from', description: 'Who wrote it, and where we look.' },
    ],
  })
}

export type ApiDocument = ReturnType<typeof apiDocument>
