import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { routesOf } from '../limits/request.ts'
import { adminSite, fromPage } from './admin-site.ts'

const HOUR = 3600 // seconds
const ADMIN = /^\/(?:api\/)?admin\//

test('who is not signed in is asked for the token, and a program is told so', async () => {
  const { ask } = await adminSite()
  const page = await ask('/admin/audit?before=3')
  expect(page.status).toBe(401)
  const html = await page.text()
  expect(html).toContain('name="token"')
  expect(html).toContain('value="/admin/audit?before=3"')
  const answer = await ask('/api/admin/audit')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('a session is a cookie that no script and no other site gets, for twelve hours', async () => {
  const { signIn, page, wait } = await adminSite()
  const answer = await signIn()
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/admin/audit')
  const cookie = answer.headers.get('set-cookie') ?? ''
  for (const part of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=43200']) {
    expect(cookie).toContain(part)
  }
  wait(12 * HOUR - 1)
  expect((await page('/audit')).status).toBe(200)
  wait(1)
  expect((await page('/audit')).status).toBe(401)
})

test('a cookie that we did not write opens nothing', async () => {
  const { ask, cookie } = await adminSite()
  const [name, value = ''] = cookie.split('=')
  const later = decodeURIComponent(value).replace(/^\d+/, '9999999999')
  for (const forged of [`${name}=9999999999`, `${name}=${encodeURIComponent(later)}`, `${name}=`]) {
    expect((await ask('/admin/audit', { headers: { cookie: forged } })).status, forged).toBe(401)
  }
  expect((await ask('/admin/audit', { headers: { cookie } })).status).toBe(200)
})

test('with another token of the admin an old cookie is worth nothing', async () => {
  const { app, cookie } = await adminSite()
  const admins = [{ name: 'admin', token: 'x'.repeat(32) }]
  const site = http({ ...app, config: { ...app.config, admins } })
  const answer = await site.request('https://status.example/admin', { headers: { cookie } })
  expect(answer.status).toBe(401)
})

test('another site can make a browser do nothing here', async () => {
  const { ask, cookie, token } = await adminSite()
  const foreign: Record<string, string>[] = [
    { cookie, 'sec-fetch-site': 'cross-site' },
    { cookie, 'sec-fetch-site': 'same-site', origin: 'https://status.example' },
    { cookie, origin: 'https://evil.example' },
    { cookie, origin: 'null' },
    { cookie },
    { authorization: `Bearer ${token}`, origin: 'https://evil.example' },
  ]
  for (const headers of foreign) {
    for (const path of ['/admin/scans', '/api/admin/scans']) {
      const answer = await ask(path, { method: 'POST', headers })
      expect(answer.status, JSON.stringify(headers)).toBe(403)
    }
  }
  const headers = { cookie, origin: 'https://status.example' }
  const own = await ask('/api/admin/scans', { method: 'POST', headers, body: '{"source":"x"}' })
  expect(own.status).toBe(404)
})

test('nothing that an admin does can be asked for by another site', async () => {
  const { app, ask, cookie } = await adminSite()
  const acts = routesOf(app).filter(({ method, path }) => method === 'POST' && ADMIN.test(path))
  expect(acts.length).toBeGreaterThan(50)
  for (const { path } of acts) {
    const headers = { cookie, 'sec-fetch-site': 'cross-site' }
    expect((await ask(path, { method: 'POST', headers })).status, path).toBe(403)
  }
})

test('nobody is signed in by a form of another site', async () => {
  const { ask, token } = await adminSite()
  const body = new URLSearchParams({ token })
  const answer = await ask('/admin/sign-in', { method: 'POST', body })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('the answer to a sign-in leads to no other site', async () => {
  const { ask, token } = await adminSite()
  for (const next of ['https://evil.example', '//evil.example', '/administrator', '/admin@evil']) {
    const answer = await ask('/admin/sign-in', fromPage({ token, next }))
    expect(answer.headers.get('location'), next).toBe('/admin')
  }
})

test('after ten wrong tokens a network waits a quarter of an hour, with the right one too', async () => {
  const { signIn, ask, token, wait } = await adminSite()
  for (let tries = 0; tries < 10; tries++) expect((await signIn('wrong')).status).toBe(401)
  const refused = await signIn(token)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('900')
  const headers = { authorization: `Bearer ${token}` }
  expect((await ask('/api/admin/audit', { headers })).status).toBe(429)
  const elsewhere = { ...headers, 'cf-connecting-ip': '203.0.113.7' }
  expect((await ask('/api/admin/audit', { headers: elsewhere })).status).toBe(200)
  wait(900)
  expect((await signIn(token)).status).toBe(303)
})

test('who signs out is out', async () => {
  const { ask, cookie } = await adminSite()
  const answer = await ask('/admin/sign-out', fromPage({}, cookie))
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
})

test('each of several admins is known by a name', async () => {
  const { app } = await adminSite()
  const admins = ['ann', 'bob'].map((name) => ({ name, token: name.repeat(11) }))
  const site = http({ ...app, config: { ...app.config, admins } })
  for (const { name, token } of admins) {
    await site.request('/admin/sign-in', { ...fromPage({ token }) })
    const headers = { authorization: `Bearer ${token}` }
    const { acts } = await (await site.request('/api/admin/audit', { headers })).json<{
      acts: { who: string; act: string }[]
    }>()
    expect(acts[0]).toMatchObject({ who: name, act: 'sign in' })
  }
})

test('an answer to an admin is kept by nobody, and a page runs no script but our own', async () => {
  const { page } = await adminSite()
  const { headers } = await page('/audit')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(headers.get('referrer-policy')).toBe('same-origin')
})
