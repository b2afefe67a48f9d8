import { expect } from 'vitest'
import { ORIGIN, type Question, type World } from './site.ts'

const SLOWEST = 2_000 // ms an answer may take on a busy machine
const TRACE = /\n\s+at .+:\d+|SQLITE|D1_ERROR|node_modules|TypeError|ReferenceError/

/** Asks, and fails the test for a 5xx of ours, a stack trace, a secret, or a long wait. */
export async function hold(
  { site, token, logged, secrets }: World,
  { path, init }: Question,
): Promise<{ status: number; text: string }> {
  const headers = new Headers(init.headers)
  if (headers.get('authorization') === 'Bearer the-admin') {
    headers.set('authorization', `Bearer ${token}`)
  }
  const begun = Date.now()
  const answer = await site.request(ORIGIN + path, { ...init, headers, redirect: 'manual' })
  const text = await answer.text()
  const what = `${init.method} ${path} answers ${answer.status}: ${text.slice(0, 200)}`
  expect(Date.now() - begun, what).toBeLessThan(SLOWEST)
  expect(
    logged.filter(({ event }) => event === 'http.failed'),
    what,
  ).toEqual([])
  expect(answer.status, what).not.toBe(500)
  expect(text, what).not.toMatch(TRACE)
  for (const secret of secrets) expect(text.includes(secret), what).toBe(false)
  expect(answer.headers.get('location') ?? '/', what).toMatch(
    /^(?:\/(?![/\\])|https:\/\/status\.example\/)/,
  )
  return { status: answer.status, text }
}
