import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'said'
const COOKIE = { path: '/admin', httpOnly: true, secure: true, sameSite: 'Strict' } as const
const SECONDS = 30

/** Keeps what an act came to for the page that is shown next. */
export function keepSaid(c: Context, words: string): void {
  setCookie(c, NAME, words, { ...COOKIE, maxAge: SECONDS })
}

/** What the last act came to, told once. */
export function takeSaid(c: Context): string | null {
  const words = getCookie(c, NAME)
  if (words === undefined) return null
  deleteCookie(c, NAME, COOKIE)
  return words
}
