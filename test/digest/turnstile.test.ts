import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { http } from '../../src/routes/http.ts'
import { drain, form, mailWorld } from './world.ts'

// Cloudflare's own keys for testing: developers.cloudflare.com/turnstile/troubleshooting/testing
const SITE_KEY = '1x00000000000000000000AA'
const PASSES = '1x0000000000000000000000000000000AA'
const FAILS = '2x0000000000000000000000000000000AA'
const SPENT = '3x0000000000000000000000000000000AA'
const ANSWER = { 'cf-turnstile-response': 'XXXX.DUMMY.TOKEN.XXXX' }
const EMAIL = { email: 'ann@example.org' }

test('with the check passed the wish is taken, and Cloudflare is told no address', async () => {
  const { site, world, asked } = await checkedWorld(PASSES)
  expect((await site.request('/subscribe', form({ ...EMAIL, ...ANSWER }))).status).toBe(202)
  await drain(world.app, world.jobs)
  expect(world.box.delivered).toHaveLength(1)
  expect(asked.map((each) => JSON.parse(each))).toEqual([
    { secret: PASSES, response: 'XXXX.DUMMY.TOKEN.XXXX' },
  ])
})

test('a failed, a spent and a missing answer are refused, and the address is kept in the form', async () => {
  for (const [secret, answer] of [
    [FAILS, ANSWER],
    [SPENT, ANSWER],
    [PASSES, {}],
  ] as const) {
    const { site, world } = await checkedWorld(secret)
    const refused = await site.request('/subscribe', form({ ...EMAIL, ...answer }))
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('value="ann@example.org"')
    expect(page).toContain(`data-sitekey="${SITE_KEY}"`)
    expect(world.jobs).toEqual([])
  }
})

test('where the check cannot be made nobody gets through', async () => {
  for (const reply of ['down', 'page', 'no secret'] as const) {
    const { site, world } = await checkedWorld(reply === 'no secret' ? null : PASSES, reply)
    const refused = await site.request('/subscribe', form({ ...EMAIL, ...ANSWER }))
    expect(refused.status, reply).toBe(503)
    expect(world.jobs).toEqual([])
    expect(world.logged.join()).toContain('turnstile.unchecked')
  }
})

test('only pages with the check may load it; without keys no page names anybody else', async () => {
  const { site } = await checkedWorld(PASSES)
  const form = await site.request('/subscribe')
  expect(form.headers.get('content-security-policy')).toContain(
    'script-src https://challenges.cloudflare.com; frame-src https://challenges.cloudflare.com',
  )
  expect(await form.text()).toContain('src="https://challenges.cloudflare.com/turnstile/v0/api.js"')
  const front = await site.request('/')
  expect(front.headers.get('content-security-policy')).not.toContain('cloudflare')
  expect(await front.text()).not.toContain('challenges.cloudflare.com')
  const world = await mailWorld()
  const plain = await world.site.request('/subscribe')
  expect(plain.headers.get('content-security-policy')).toBe(
    front.headers.get('content-security-policy'),
  )
  expect(await plain.text()).not.toContain('cloudflare')
})

/** A site with the check set up; siteverify answers as its documentation says of these secrets. */
async function checkedWorld(
  secret: string | null,
  reply: 'json' | 'down' | 'page' | 'no secret' = 'json',
) {
  const world = await mailWorld()
  const asked: string[] = []
  const app: App = {
    ...world.app,
    config: { ...world.app.config, turnstile: { siteKey: SITE_KEY, secret } },
    fetch: async (request) => {
      expect(request.url).toBe('https://challenges.cloudflare.com/turnstile/v0/siteverify')
      if (reply === 'down') throw new TypeError('network')
      if (reply === 'page') return new Response('<h1>Bad gateway</h1>', { status: 502 })
      asked.push(JSON.stringify(Object.fromEntries(await request.formData())))
      return Response.json(verdictOf(secret))
    },
  }
  return { site: http(app), world: { ...world, app }, asked }
}

function verdictOf(secret: string | null) {
  const at = { challenge_ts: '2026-11-18T12:00:00Z', hostname: 'example.com' }
  if (secret === PASSES) return { success: true, 'error-codes': [], ...at }
  const code = secret === SPENT ? 'timeout-or-duplicate' : 'invalid-input-response'
  return { success: false, 'error-codes': [code] }
}
