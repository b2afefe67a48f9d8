import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { subscribeAll } from '../digest/people.ts'
import { mailWorld } from '../digest/world.ts'

const ROUTES = [
  ['GET', '/api/admin/keys'],
  ['POST', '/api/admin/keys/rotate'],
  ['GET', '/api/admin/subscribers/export'],
  ['POST', '/api/admin/subscribers/import'],
] as const

test('addresses and keys are for the admin alone', async () => {
  const { app, site } = await mailWorld()
  await subscribeAll(app, ['ann@example.org'])
  for (const [method, path] of ROUTES) {
    for (const authorization of ['', 'Bearer wrong']) {
      const answer = await site.request(path, { method, headers: { authorization } })
      expect(answer.status, path).toBe(401)
      expect(await answer.text()).not.toContain('ann@')
    }
  }
})

test('a request of the wrong form is refused in words, and adds nobody', async () => {
  const { site } = await mailWorld()
  const row = {
    email: 'ann@example.org',
    confirmedAt: '2025-01-01T00:00:00Z',
    form: 'f',
    text: 't',
    source: 's',
    choice: 'weekly',
    pausedUntil: null,
    hasLeft: false,
  }
  const wrong = [
    ['/api/admin/subscribers/import', '{'],
    ['/api/admin/subscribers/import', JSON.stringify({ rows: [{ ...row, source: ' ' }] })],
    ['/api/admin/subscribers/import', JSON.stringify({ rows: [{ ...row, confirmedAt: '2025' }] })],
    ['/api/admin/subscribers/import', JSON.stringify({ rows: Array(51).fill(row) })],
    ['/api/admin/keys/rotate', JSON.stringify({ rows: 0 })],
    ['/api/admin/keys/rotate', '['],
  ] as const
  for (const [path, body] of wrong) {
    const answer = await site.request(path, { method: 'POST', headers: ADMIN, body })
    expect(answer.status, body).toBe(400)
  }
  const good = JSON.stringify({ rows: [row] })
  const answer = await site.request('/api/admin/subscribers/import', {
    method: 'POST',
    headers: ADMIN,
    body: good,
  })
  expect(await answer.json()).toEqual({ outcomes: ['added'] })
  const all = await site.request('/api/admin/subscribers/export?limit=5', { headers: ADMIN })
  expect(await all.json()).toMatchObject({
    subscribers: [{ email: 'ann@example.org' }],
    next: null,
  })
})

const ADMIN = { authorization: `Bearer ${env.ADMIN_TOKEN}` }
