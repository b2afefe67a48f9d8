import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

async function readSite(alias = 'Glass Harbor 2') {
  const { app } = await readNews(NEWS)
  const topic = { ...app.config.topic, aliases: [alias] }
  return http({ ...app, config: { ...app.config, topic } })
}

const widthOf = (svg: string) => Number(/^<svg [^>]*?width="(\d+)"/.exec(svg)?.[1])

test('the badge says the status, to eyes and to screen readers', async () => {
  const answer = await (await readSite()).request('/badge.svg')
  const svg = await answer.text()
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  expect(svg).toContain('aria-label="Glass Harbor 2 Status: development"')
  expect(svg).toContain('<title>Glass Harbor 2 Status: development</title>')
  expect(svg).not.toMatch(/style=|<script|href=/)
})

test('the badge is as wide as its words', async () => {
  const short = await (await (await readSite('A')).request('/badge.svg')).text()
  const long = await (await (await readSite('A much longer name')).request('/badge.svg')).text()
  expect(widthOf(long) - widthOf(short)).toBeGreaterThan(80)
  for (const svg of [short, long]) {
    const [left, right] = [...svg.matchAll(/textLength="(\d+)"/g)].map(([, length]) =>
      Number(length),
    )
    expect(widthOf(svg)).toBe((left ?? 0) + (right ?? 0) + 24)
  }
})

test('a name in the badge is text', async () => {
  const svg = await (await (await readSite('<b>"A" & B</b>')).request('/badge.svg')).text()
  expect(svg).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt; Status')
  expect(svg).not.toContain('<b>')
})

test('the badge for shields.io has the form of its endpoint', async () => {
  const answer = await (await readSite()).request('/badge.json')
  expect(await answer.json()).toEqual({
    schemaVersion: 1,
    label: 'Glass Harbor 2 Status',
    message: 'development',
    color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    cacheSeconds: expect.any(Number),
  })
})

test.each(['/badge.svg', '/badge.json'])(
  '%s may be shown anywhere, and is not sent twice',
  async (path) => {
    const site = await readSite()
    const first = await site.request(path)
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cache-control')).toContain('max-age=')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await site.request(path, { headers })).status).toBe(304)
  },
)
