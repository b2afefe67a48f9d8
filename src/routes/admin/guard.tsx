import type { Context, MiddlewareHandler } from 'hono'
import { timingSafeEqual } from 'hono/utils/buffer'
import type { Admin } from '../../admins.ts'
import type { App } from '../../app.ts'
import { problem } from '../problem.ts'
import { accessReader } from './access.ts'
import { isSameOrigin } from './origin.ts'
import { sessionOf } from './session.ts'
import { SignInPage } from './sign-in.page.tsx'
import { countFailed, mayTry } from './tries.ts'

/** What every page and act of the admin knows: who asks. */
export type AdminEnv = { Variables: { who: string } }

const BEARER = /^Bearer +(\S+)$/i
const READING = ['GET', 'HEAD']

type Identity = { who: string } | 'nobody' | 'too many tries'

/**
 * Lets only admins through: by the cookie of a session, by `Authorization: Bearer` with a token, or by
 * Cloudflare Access. What a browser sends of its own accord (a cookie, Access) may change something
 * only where one of our own pages asked for it.
 */
export function guard(app: App): MiddlewareHandler<AdminEnv> {
  const accessOf = accessReader(app)
  return async (c, next) => {
    const { admins, access } = app.config
    if (!admins.length && !access) return noAdmin(app, c)
    const isOurs = READING.includes(c.req.method) || isSameOrigin(c)
    if (isOurs === false) return foreign(c)
    const bearer = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    const identity = await identify(app, c, bearer, accessOf)
    if (identity === 'too many tries') return tooMany(app, c)
    if (identity === 'nobody') return notSignedIn(app, c)
    if (bearer === undefined && !isOurs) return foreign(c)
    c.set('who', identity.who)
    return await next()
  }
}

async function identify(
  app: App,
  c: Context,
  bearer: string | undefined,
  accessOf: (c: Context) => Promise<string | null>,
): Promise<Identity> {
  if (bearer !== undefined) {
    const admin = await adminByToken(app, c, bearer)
    return typeof admin === 'string' ? admin : { who: admin.name }
  }
  const who = (await sessionOf(c, app))?.name ?? (await accessOf(c))
  return who === null ? 'nobody' : { who }
}

/** Whose token this is; each wrong one counts, and after ten of them a network has to wait. */
export async function adminByToken(
  app: App,
  c: Context,
  token: string,
): Promise<Admin | 'nobody' | 'too many tries'> {
  if (!(await mayTry(app, c))) return 'too many tries'
  const matches: Admin[] = []
  for (const admin of app.config.admins) {
    // all are compared, each in constant time
    if (await timingSafeEqual(token, admin.token)) matches.push(admin)
  }
  const [admin] = matches
  if (admin) return admin
  await countFailed(app, c)
  return 'nobody'
}

function noAdmin(app: App, c: Context): Response | Promise<Response> {
  const words = 'ADMIN_TOKEN is not set, or is shorter than 32 characters.'
  if (isApi(c)) return problem(c, 503, 'No admin', words)
  return c.html(<SignInPage config={app.config} error={words} next="/admin" />, 503)
}

function foreign(c: Context): Response {
  return problem(c, 403, 'Another site', 'This must be asked for by a page of this site.')
}

/** 429, with when to come again. */
export function tooMany(app: App, c: Context): Response | Promise<Response> {
  const words = 'Too many wrong tokens came from your network. Please wait a quarter of an hour.'
  c.header('retry-after', '900')
  if (isApi(c)) return problem(c, 429, 'Too many tries', words)
  return c.html(<SignInPage config={app.config} error={words} next="/admin" />, 429)
}

function notSignedIn(app: App, c: Context): Response | Promise<Response> {
  c.header('www-authenticate', 'Bearer')
  if (isApi(c)) {
    return problem(c, 401, 'Not signed in', 'Send "Authorization: Bearer" with the admin token.')
  }
  const { pathname, search } = new URL(c.req.url)
  return c.html(<SignInPage config={app.config} next={pathname + search} />, 401)
}

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}
