import { type Context, Hono } from 'hono'
import type { App } from '../../app.ts'
import { audit } from '../../db/admin/audit.ts'
import { problem } from '../problem.ts'
import { adminByToken, tooMany } from './guard.tsx'
import { isSameOrigin } from './origin.ts'
import { closeSession, openSession, sessionOf } from './session.ts'
import { SignInPage } from './sign-in.page.tsx'

/** The ways in and out for people; programs send the token with each request. */
export function signInRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .post('/admin/sign-in', async (c) => {
      if (!isSameOrigin(c)) return problem(c, 403, 'Another site', 'Sign in by our own page.')
      const { token, next } = fieldsOf(await c.req.parseBody().catch(() => ({})))
      const admin = await adminByToken(app, c, token)
      if (admin === 'too many tries') return tooMany(app, c)
      if (admin === 'nobody') {
        const error = 'This is not the token.'
        return c.html(<SignInPage config={config} next={next} error={error} />, 401)
      }
      await writeDown(app, admin.name, 'sign in')
      await openSession(c, app, admin)
      return c.redirect(next, 303)
    })
    .get('/admin/sign-in', (c) => c.redirect('/admin', 303))
    .post('/admin/sign-out', async (c) => signOut(app, c))
}

async function signOut(app: App, c: Context): Promise<Response> {
  if (!isSameOrigin(c)) return problem(c, 403, 'Another site', 'Sign out by our own page.')
  const admin = await sessionOf(c, app)
  if (admin) await writeDown(app, admin.name, 'sign out')
  closeSession(c)
  return c.redirect('/admin', 303)
}

/** Before the cookie is set: it would go out with the answer that tells of a failure, too. */
async function writeDown(app: App, who: string, act: string): Promise<void> {
  await audit(app.db, { at: app.now().toISOString(), who, act, subject: '' }).run()
}

/** The token, and where to go then: only to a page of the admin. */
function fieldsOf(body: Record<string, unknown>): { token: string; next: string } {
  const { token, next } = body
  const isOurs = typeof next === 'string' && /^\/admin(?:[/?]|$)/.test(next)
  return { token: typeof token === 'string' ? token.trim() : '', next: isOurs ? next : '/admin' }
}
