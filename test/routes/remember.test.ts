import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { remember } from '../../src/routes/remember.ts'
import { openWeb } from '../scrape/web.ts'

const HERE = 'https://status.example'

/** A site whose answers tell how often they were made. */
function openSite(headers: Record<string, string>) {
  const { app, wait } = openWeb({})
  let made = 0
  const site = new Hono()
    .use(remember(app))
    .get('/page', (c) => c.text(`made ${++made}`, 200, { etag: `"${made}"`, ...headers }))
  const ask = async (path: string, asked: Record<string, string> = {}) => {
    const answer = await site.request(path, { headers: asked })
    return { status: answer.status, text: await answer.text(), age: answer.headers.get('age') }
  }
  return { ask, wait }
}

test('a public answer is made once in the time that any cache may keep it', async () => {
  const { ask, wait } = openSite({ 'cache-control': 'public, max-age=60' })
  expect(await ask(`${HERE}/page`)).toEqual({ status: 200, text: 'made 1', age: null })
  wait(59)
  expect(await ask(`${HERE}/page`)).toEqual({ status: 200, text: 'made 1', age: '59' })
  wait(1)
  expect((await ask(`${HERE}/page`)).text).toBe('made 2')
})

test('who wants no remembered answer gets another, which is remembered for the others', async () => {
  const { ask } = openSite({ 'cache-control': 'public, max-age=60' })
  expect((await ask(`${HERE}/page`)).text).toBe('made 1')
  expect((await ask(`${HERE}/page`, { 'cache-control': 'no-cache' })).text).toBe('made 2')
  expect((await ask(`${HERE}/page`)).text).toBe('made 2')
})

test('other questions are other answers', async () => {
  const { ask } = openSite({ 'cache-control': 'public, max-age=60' })
  expect((await ask(`${HERE}/page`)).text).toBe('made 1')
  expect((await ask(`${HERE}/page?x=1`)).text).toBe('made 2')
})

test('who has a remembered answer is not sent it again, nor who has one that is not', async () => {
  const { ask } = openSite({ 'cache-control': 'public, max-age=60' })
  expect((await ask(`${HERE}/page`, { 'if-none-match': '"1"' })).status).toBe(304)
  expect((await ask(`${HERE}/page`, { 'if-none-match': '"1"' })).status).toBe(304)
  expect(await ask(`${HERE}/page`, { 'if-none-match': '"0"' })).toMatchObject({
    status: 200,
    text: 'made 1',
  })
})

test.each([
  {},
  { 'cache-control': 'no-store' },
  { 'cache-control': 'private, max-age=60' },
  { 'cache-control': 'public, max-age=60', 'set-cookie': 'a=b' },
])('what is not for all is not remembered (%o)', async (headers) => {
  const { ask } = openSite(headers)
  expect((await ask(`${HERE}/page`)).text).toBe('made 1')
  expect((await ask(`${HERE}/page`)).text).toBe('made 2')
})

test('on a laptop nothing is remembered', async () => {
  const { ask } = openSite({ 'cache-control': 'public, max-age=60' })
  expect((await ask('http://localhost:8787/page')).text).toBe('made 1')
  expect((await ask('http://localhost:8787/page')).text).toBe('made 2')
})

test('the site remembers its status and its front page', async () => {
  const { app } = openWeb({})
  const site = http(app)
  for (const path of ['/', '/api/v1/status', '/feed.xml']) {
    expect((await site.request(HERE + path)).headers.get('age'), path).toBeNull()
    const again = await site.request(HERE + path)
    expect(again.headers.get('age'), path).toBe('0')
    expect(again.headers.get('content-security-policy'), path).toContain("default-src 'none'")
  }
})
