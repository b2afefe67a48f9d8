import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionsFor } from './questions.ts'
import { ORIGIN, openSite, type Question } from './site.ts'

const SEED = 20261121
const RUNS = 25 // questions for each route
const SLOWEST = 2_000 // ms an answer may take on a busy machine
const TRACE = /\n\s+at .+:\d+|SQLITE|D1_ERROR|node_modules|TypeError|ReferenceError/

test('no question that a route can be asked is our mistake', { timeout: 60_000 }, async () => {
  const world = await openSite()
  expect(world.routes.length).toBeGreaterThan(90)
  for (const route of world.routes) {
    await fc.assert(
      fc.asyncProperty(questionsFor(route), async (question) => {
        await hold(world, question)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  }
})

/** Asks, and fails the test for a 5xx of ours, a stack trace, a secret, or a long wait. */
async function hold(
  { site, token, logged, secrets }: Awaited<ReturnType<typeof openSite>>,
  { path, init }: Question,
): Promise<void> {
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
}
