import { env } from 'cloudflare:workers'
import { http } from '../../src/routes/http.ts'
import { runScrapeJob } from '../../src/scrape/scrape.ts'
import { openWeb, type Web } from '../scrape/web.ts'

const TABLES = [
  'audit',
  'limits',
  'stopped_hosts',
  'robots',
  'dead_letters',
  'quotations',
  'story_keys',
  'articles',
  'stories',
  'pages',
  'looks',
  'backfills',
  'scans',
  'addresses',
  'hosts',
  'sources',
]

const ORIGIN = 'https://status.example'

/** The whole site with one admin and nothing stored, asked as a program, or as a browser in which the admin is signed in. */
export async function adminSite(web: Web = {}, sourceUrls: string[] = []) {
  for (const table of TABLES) await env.DB.prepare(`DELETE FROM ${table}`).run()
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

type World = Pick<Awaited<ReturnType<typeof adminSite>>, 'app' | 'jobs'>

/** Does every job that is on the scrape queue, and what comes of it. */
export async function runAll(app: World['app'], jobs: World['jobs']): Promise<void> {
  while (jobs.length) await runNext(app, jobs)
}

/** Does the first job of the scrape queue. */
export async function runNext(app: World['app'], jobs: World['jobs']): Promise<void> {
  const job = jobs.shift()
  if (job) await runScrapeJob(app, job)
}
