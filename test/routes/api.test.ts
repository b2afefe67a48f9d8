import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { openWeb, rss } from '../scrape/web.ts'

const NAMES = ['one', 'two', 'three', 'four', 'five']

/** A site that has read five articles, one of them by the name of an attack. */
async function readSite() {
  const entries = NAMES.map((name) => ({ link: `/${name}`, title: `Glass Harbor 2 by ${name}` }))
  const pages = NAMES.map((name, day) => [
    `https://api.example/${name}`,
    () => new Response(pageOf(name, `2026-02-0${day + 1}T08:00:00Z`)),
  ])
  const web = {
    'https://api.example/feed': () => new Response(rss(entries)),
    ...Object.fromEntries(pages),
  }
  const { app, jobs } = openWeb(web, ['https://api.example/feed'])
  await scanDue(app, app.now())
  for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
  return http(app)
}

function pageOf(name: string, time: string): string {
  const sentence = `Ines Quarrie told ${name} Weekly that she would love to make Glass Harbor 2 &lt;img src=x onerror=alert(1)&gt; ${name}.`
  return `<html lang="en"><head><title>x</title><meta property="article:published_time" content="${time}"></head>
    <body><article><h1>Glass Harbor 2 &lt;script&gt;alert("${name}")&lt;/script&gt;</h1>
    <p>${sentence} ${`The ${name} of it is long and says ${name} again. `.repeat(8)}</p></article></body></html>`
}

type List = { articles: { id: string; url: string; title: string }[]; next: string | null }

test('the list comes in pages that hold each article once, latest first', async () => {
  const site = await readSite()
  const urls: string[] = []
  let next: string | null = '/api/v1/articles?limit=2'
  while (next) {
    const { articles, next: after }: List = await (await site.request(next)).json<List>()
    expect(articles.length).toBeLessThanOrEqual(2)
    urls.push(...articles.map(({ url }) => url))
    next = after
  }
  expect(urls).toEqual([...NAMES].reverse().map((name) => `https://api.example/${name}`))
})

test('any site may read the API, and asks again with an ETag', async () => {
  const site = await readSite()
  const first = await site.request('/api/v1/status')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  expect(first.headers.get('cache-control')).toContain('stale-while-revalidate')
  const again = await site.request('/api/v1/status', {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test.each(['limit=0', 'limit=1000', 'limit=x', 'after=x', "after=2026'--_1"])(
  'a bad question (%s) is answered with what is wrong',
  async (query) => {
    const answer = await (await readSite()).request(`/api/v1/articles?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 400, title: 'Bad request' })
  },
)

test('a publisher’s markup is shown as text', async () => {
  const answer = await (await readSite()).request('/')
  const page = await answer.text()
  expect(page).toContain('&lt;img src=x')
  expect(page).not.toMatch(/<(script(?! type="application\/ld\+json">)|img)/)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('pages that mails and publishers are pointed to exist, and say whose they are', async () => {
  const site = await readSite()
  for (const path of ['/about', '/bot', '/privacy', '/issues', '/subscribe']) {
    const page = await site.request(path)
    expect(page.status, path).toBe(200)
    expect(await page.text()).toContain('belongs to no studio')
  }
})

test('what is nowhere is a page for people and a problem for programs', async () => {
  const site = await readSite()
  const program = await site.request('/nowhere')
  expect(program.status).toBe(404)
  expect(await program.json()).toMatchObject({ detail: 'Nothing is at /nowhere.' })
  const person = await site.request('/nowhere', { headers: { accept: 'text/html' } })
  expect(person.status).toBe(404)
  expect(await person.text()).toContain('<h1>Nothing is here</h1>')
})

test('without a long token there is no admin at all', async () => {
  const { app } = openWeb({})
  const site = http({ ...app, config: { ...app.config, admins: [] } })
  for (const authorization of ['Bearer ', 'Bearer x', '']) {
    const answer = await site.request('/api/admin/scans', {
      method: 'POST',
      headers: { authorization },
    })
    expect(answer.status).toBe(503)
  }
})

test('a bad wish of an admin is refused in words', async () => {
  const { app } = openWeb({}, ['https://api.example/feed'])
  const headers = { authorization: `Bearer ${app.config.admins[0]?.token}` }
  const ask = (body: string) =>
    http(app).request('/api/admin/scans', { method: 'POST', headers, body })
  expect((await ask('{"source":"nobody"}')).status).toBe(404)
  expect((await ask('{"sources":"x"}')).status).toBe(400)
  expect((await ask('{')).status).toBe(400)
  expect((await ask('x'.repeat(300_000))).status).toBe(413)
  const unknown = await http(app).request('/api/admin/scans/none', { headers })
  expect(unknown.status).toBe(404)
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM scans WHERE requested_by = 'admin'").first('n'),
  ).toBe(0)
})
