import fc from 'fast-check'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { hold } from './hold.ts'
import { questionsFor } from './questions.ts'
import { ORIGIN, openSite } from './site.ts'

const SEED = 20261121
const RUNS = 25 // questions for each route
const LEAST = 5 // of them that get as far as what they ask for
/** They refuse by themselves whatever is not signed or no token. */
const REFUSING = ['POST /admin/sign-in', 'POST /webhooks/resend']
const TURNED_AWAY = [401, 403, 413, 429] // before anybody reads what is asked

test('no question that a route can be asked is our mistake', async () => {
  const world = await openSite()
  expect(world.routes.length).toBeGreaterThan(90)
  const read = new Map<string, number>()
  for (const route of world.routes) {
    const name = `${route.method} ${route.path}`
    read.set(name, 0)
    await world.app.db.prepare('DELETE FROM limits').run() // wrong tokens would lock the admin out
    await fc.assert(
      fc.asyncProperty(questionsFor(route), async (question) => {
        const { status } = await hold(world, question)
        if (!TURNED_AWAY.includes(status)) read.set(name, (read.get(name) ?? 0) + 1)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  }
  const unread = [...read].filter(([name, count]) => count < LEAST && !REFUSING.includes(name))
  expect(unread).toEqual([])
})

test('what breaks in us is told without its words, its trace or a secret', async () => {
  const { app, token, secrets } = await openSite()
  const words = `no such column: ${secrets.join(' ')}`
  const broken = new Proxy(app.db, {
    get: () => () => {
      throw new Error(words)
    },
  })
  const site = http({ ...app, db: broken })
  const authorization = `Bearer ${token}`
  for (const path of [
    '/stories',
    '/feed.xml',
    '/manage?token=x',
    '/admin/audit',
    '/api/admin/audit',
  ]) {
    const answer = await site.request(ORIGIN + path, { headers: { authorization } })
    const text = await answer.text()
    expect(text, path).not.toMatch(/no such column|\n\s+at /)
    for (const secret of secrets) expect(text.includes(secret), path).toBe(false)
  }
})
