import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Box } from './box.ts'
import { listPage } from './list-page.ts'
import { recipients, type StoredMail } from './mail.ts'
import { framedHtml, SANDBOX } from './mail-html.ts'
import { mailPage, oneClickUrl } from './mail-page.ts'

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

const PAGE_CSP =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A mail may style itself and open links; it runs nothing and loads nothing from anywhere. */
const MAIL_CSP = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox ${SANDBOX}`

/** The pages to read the mail, as HTML, text and JSON. Nothing here changes anything. */
export function createPages(box: Box): Hono {
  const pages = new Hono()
  pages.use(guard)
  pages.get('/', (c) => {
    const { q = '', page = '1' } = c.req.query()
    c.header('content-security-policy', `${PAGE_CSP}; form-action 'self'`)
    return c.html(listPage(box.mails, q, Math.max(1, Math.trunc(Number(page)) || 1)))
  })
  pages.get('/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css' }))
  pages.get('/mails.json', (c) => c.json(mailsTo(box.mails, c.req.query('to'))))
  pages.get('/mails/:id', (c) => withMail(c, box, (mail) => showMail(c, mail)))
  pages.get('/mails/:id/html', (c) =>
    withMail(c, box, (mail) => {
      c.header('content-security-policy', MAIL_CSP)
      return c.html(framedHtml(mail.html ?? ''))
    }),
  )
  pages.get('/mails/:id/text', (c) => withMail(c, box, (mail) => c.text(mail.text ?? '')))
  return pages
}

const guard = createMiddleware(async (c, next) => {
  c.header('cache-control', 'no-store')
  c.header('content-security-policy', PAGE_CSP)
  c.header('referrer-policy', 'no-referrer')
  c.header('x-content-type-options', 'nosniff')
  await next()
})

/** Newest last; `to` picks those that go to exactly this address. */
function mailsTo(mails: StoredMail[], to: string | undefined): StoredMail[] {
  return to === undefined ? mails : mails.filter((mail) => recipients(mail).includes(to))
}

function withMail<T>(c: Context, box: Box, show: (mail: StoredMail) => T): T | Response {
  const mail = box.mails.find(({ id }) => id === c.req.param('id'))
  return mail ? show(mail) : c.text('There is no such mail.', 404)
}

function showMail(c: Context, mail: StoredMail) {
  const unsubscribe = oneClickUrl(mail)
  const actions = unsubscribe ? new URL(unsubscribe).origin : "'none'"
  c.header('content-security-policy', `${PAGE_CSP}; form-action ${actions}`)
  return c.html(mailPage(mail, c.req.query()))
}
