import { env } from 'cloudflare:workers'
import { http } from '../../src/routes/http.ts'
import { openWeb, type Web } from '../scrape/web.ts'

const ORIGIN = 'https://status.example'

/** The whole site with one admin, asked as a program, or as a browser in which the admin is signed in. */
export async function adminSite(web: Web = {}, sourceUrls: string[] = []) {
  await env.DB.batch(['audit', 'limits'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
  const world = openWeb(web, sourceUrls)
  const site = http(world.app)
  const token = world.app.config.admins[0]?.token ?? ''
  const ask = (path: string, init: RequestInit = {}) => site.request(ORIGIN + path, init)
  const signIn = (tried = token) =>
    ask('/admin/sign-in', {
      ...fromPage({ token: tried, next: '/admin/audit' }),
    })
  const cookie = (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    ...world,
    token,
    cookie,
    ask,
    signIn,
    /** JSON with the token, as a program sends it; a body makes it a POST. */
    api: (path: string, body?: unknown) =>
      ask(`/api/admin${path}`, {
        headers: { authorization: `Bearer ${token}` },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
    /** A page, or the form that is sent from one. */
    page: (path: string, fields?: Record<string, string>) =>
      ask(`/admin${path}`, fields ? fromPage(fields, cookie) : { headers: { cookie } }),
  }
}

/** A form as the browser sends it from one of our own pages. */
export function fromPage(fields: Record<string, string>, cookie = ''): RequestInit {
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  return { method: 'POST', body: new URLSearchParams(fields), headers }
}
