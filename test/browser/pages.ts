import { inject } from 'vitest'
import { READER } from '../../scripts/local/first-mail.ts'
import { http } from '../../src/routes/http.ts'
import { openWorld } from '../exactly-once/world.ts'
import { siteUrl } from './browser.ts'

const HTML = 'text/html'
const DATA = /^\/api\/(?:v1|admin)\//

/** Pages of one thing that the list above them does not name: where else a link to one stands. */
const NAMED_ON: Record<string, string> = {
  '/admin/digest/issues/:id': '/admin/digest',
  '/quotes/:slug': '/search?q=working',
}

/** The mail itself, in the markup that mail programs read: tests of mails look at it. */
const MAIL = '/admin/digest/mail'

/** Pages that only a link of a mail opens. */
const BY_MAIL = /^\/(?:confirm|manage|unsubscribe)(?:\/|$)/

/** What else an address may ask of a page. */
const ASKED = [
  '/status?at=2023-10-05',
  '/status?at=yesterday',
  '/search?q=working',
  '/search?q=nothingofthesort',
  '/nowhere',
  '/confirm?token=x',
  '/manage?token=x',
  '/admin/articles?find=nothingofthesort',
  '/admin/sources/nowhere',
]

let known: Promise<string[]> | undefined

/** An address of every page that the site has, by its own routes: a new page cannot be forgotten. */
export async function everyPage(): Promise<string[]> {
  known ??= findPages()
  return await known
}

/** The pages that everybody may read. */
export async function publicPages(): Promise<string[]> {
  return (await everyPage()).filter((path) => !isAdmin(path))
}

/** The pages of the admin. */
export async function adminPages(): Promise<string[]> {
  return (await everyPage()).filter(isAdmin)
}

/** What an admin's program gets, or a reader's browser. */
export async function read(path: string): Promise<Response> {
  const headers = { accept: HTML, authorization: `Bearer ${inject('adminToken')}` }
  return await fetch(siteUrl(path), isAdmin(path) ? { headers } : { headers: { accept: HTML } })
}

export function isAdmin(path: string): boolean {
  return /^\/admin(?:[/?]|$)/.test(path)
}

async function findPages(): Promise<string[]> {
  const found: string[] = []
  for (const pattern of patterns()) {
    const path = await exampleOf(pattern)
    if (await isPage(path)) found.push(path)
  }
  return [...found, ...ASKED]
}

/** The routes that are read, as the site itself lists them, those for programs left out. */
function patterns(): string[] {
  const { routes } = http(openWorld('2026-01-01T00:00:00Z', null).app)
  const read = routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'))
  return [...new Set(read.map(({ path }) => path))].filter(
    (path) => !DATA.test(path) && path !== MAIL,
  )
}

/** An address that the pattern of a route fits, with something behind it. */
async function exampleOf(pattern: string): Promise<string> {
  if (BY_MAIL.test(pattern)) return await mailedLink(pattern)
  if (pattern === '/admin/subscribers/:id') return await subscriberPath()
  const [, above = '', below = ''] = /^(.*\/:\w+)(\/[^:]+)$/.exec(pattern) ?? []
  if (above) return (await exampleOf(above)) + below
  if (!pattern.includes(':')) return pattern
  const list = NAMED_ON[pattern] ?? pattern.replace(/\/:\w+$/, '')
  const link = new RegExp(`href="(${pattern.replace(/:\w+$/, '[^"/?.]+')})"`)
  const example = link.exec(await (await read(list)).text())?.[1]
  if (!example) throw new Error(`${list} has no link to ${pattern}: say in NAMED_ON where one is`)
  return example
}

/** The link of the reader's mails; they are only opened, and nobody's button is pressed. */
async function mailedLink(pattern: string): Promise<string> {
  const answer = await fetch(`${inject('mails')}/mails.json?to=${encodeURIComponent(READER)}`)
  const mails = (await answer.json()) as { text: string | null }[]
  const [, place = ''] = pattern.split('/')
  const link = new RegExp(`/${place}(\\?token=[\\w.~-]+)`)
  const token = link.exec(mails.map(({ text }) => text).join('\n'))?.[1]
  if (!token) throw new Error(`no mail has a link to ${pattern}`)
  return pattern + token
}

/** Where the page of the reader is: an admin finds it by the whole address only. */
async function subscriberPath(): Promise<string> {
  const answer = await fetch(siteUrl('/api/admin/subscribers/find'), {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('adminToken')}` },
    body: JSON.stringify({ address: READER }),
  })
  return (answer.headers.get('location') ?? '').replace('/api', '')
}

async function isPage(path: string): Promise<boolean> {
  const answer = await read(path)
  await answer.body?.cancel()
  return (answer.headers.get('content-type') ?? '').startsWith(HTML)
}
