import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Admin } from '../../admins.ts'
import type { App } from '../../app.ts'

const LASTS = 12 * 3600 // seconds
const NAME = 'admin'
const COOKIE = {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'Strict',
  prefix: 'host',
} as const

/** Signs an admin in for twelve hours: a cookie that only we can have written, and no script reads. */
export async function openSession(c: Context, app: App, admin: Admin): Promise<void> {
  const endsAt = seconds(app) + LASTS
  const options = { ...COOKIE, maxAge: LASTS }
  await setSignedCookie(c, NAME, String(endsAt), secretOf(app, admin), options)
}

/** Who is signed in by a cookie that has not ended, or null. */
export async function sessionOf(c: Context, app: App): Promise<Admin | null> {
  for (const admin of app.config.admins) {
    // false where another has signed it; it is verified in constant time
    const endsAt = await getSignedCookie(c, secretOf(app, admin), NAME, COOKIE.prefix)
    if (endsAt && Number(endsAt) > seconds(app)) return admin
  }
  return null
}

/** Signs whoever asks out. */
export function closeSession(c: Context): void {
  deleteCookie(c, NAME, COOKIE)
}

/** With another token, or another key of the site, a cookie is worth nothing. */
function secretOf({ config }: App, { name, token }: Admin): string {
  return `admin session\n${config.secretKey[0]}\n${name}\n${token}`
}

function seconds({ now }: App): number {
  return Math.floor(now().getTime() / 1000)
}
