import { Hono } from 'hono'
import type { Box } from './box.ts'

export function createPages(box: Box): Hono {
  const pages = new Hono()
  pages.get('/mails.json', (c) => c.json(box.mails))
  return pages
}
