import { expect } from 'vitest'
import { ORIGIN, type Question, type World } from './site.ts'

const SLOWEST = 2_000 // ms an answer may take
const TRIES = 3 // the fastest counts: others share the machine
const TRACE = /\n\s+at .+:\d+|SQLITE|D1_ERROR|node_modules|TypeError|ReferenceError/

/** Asks, and fails the test for a 5xx of ours, a stack trace, a secret, or a long wait. */
export async function hold(
  world: World,
  { path, init }: Question,
): Promise<{ status: number; text: string }> {
  const headers = new Headers(init.headers)
  if (headers.get('authorization') === 'Bearer the-admin') {
    headers.set('authorization', `Bearer ${world.token}`)
  }
  const ask = () => timed(world, path, { ...init, headers, redirect: 'manual' })
  const first = await ask()
  const what = `${init.method} ${path} answers ${first.status}: ${first.text.slice(0, 200)}`
  let { took } = first
  for (let left = TRIES - 1; left > 0 && took > SLOWEST; left--) {
    took = Math.min(took, (await ask()).took)
  }
  expect(took, what).toBeLessThan(SLOWEST)
  expectWords(world, first, what)
  return first
}

type Timed = { status: number; text: string; to: string | null; took: number }

async function timed({ site }: World, path: string, init: RequestInit): Promise<Timed> {
  const begun = Date.now()
  const answer = await site.request(ORIGIN + path, init)
  const text = await answer.text()
  const { status, headers } = answer
  return { status, text, to: headers.get('location'), took: Date.now() - begun }
}

function expectWords({ logged, secrets }: World, { status, text, to }: Timed, what: string): void {
  expect(
    logged.filter(({ event }) => event === 'http.failed'),
    what,
  ).toEqual([])
  expect(status, what).not.toBe(500)
  expect(text, what).not.toMatch(TRACE)
  for (const secret of secrets) expect(text.includes(secret), what).toBe(false)
  expect(to ?? '/', what).toMatch(/^(?:\/(?![/\\])|https:\/\/status\.example\/)/)
}
