import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { rescan, runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { openWeb } from './web.ts'

const DAY = 24 * 3600 // seconds
const WISH = '<p>“I would love to make Glass Harbor 2 one day,” Ines Quarrie told the Lantern.</p>'
const WORK = '<p>“We are writing the script of Glass Harbor 2 now,” Ines Quarrie added.</p>'
const REST =
  '<p>The harbor film of 2019 still has its friends, and they keep asking when there will be one.</p>'

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Quarrie on Glass Harbor 2</title></head><body>
   <article><h1>Quarrie on Glass Harbor 2</h1><time datetime="2026-03-02T08:00:00Z"></time>
   ${body}${REST}</article></body></html>`

/** A site with one young article, whose page and feed the test can change. */
async function openSite(host: string) {
  const shown = { body: WISH, status: 200, etag: '"1"', updated: '2026-03-02T08:00:00Z' }
  const asked: (string | null)[] = []
  const world = openWeb(
    {
      [`https://${host}/feed`]: () =>
        new Response(
          `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>u</id>
           <entry><id>e</id><title>Glass Harbor 2: Quarrie speaks</title>
           <link href="https://${host}/a"/><published>2026-03-02T08:00:00Z</published>
           <updated>${shown.updated}</updated></entry></feed>`,
        ),
      [`https://${host}/a`]: (request) => {
        const etag = request.headers.get('if-none-match')
        asked.push(etag)
        if (shown.status !== 200) return new Response('no', { status: shown.status })
        if (etag === shown.etag) return new Response(null, { status: 304 })
        return new Response(page(shown.body), {
          headers: { 'content-type': 'text/html', etag: shown.etag },
        })
      },
    },
    [`https://${host}/feed`],
  )
  const { app, jobs } = world
  const run = async () => {
    await scanDue(app, app.now())
    for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
  }
  await run()
  return { ...world, shown, asked, run }
}

test('a young article is looked at again after a day and after a week, and then no more', async () => {
  const { asked, run, wait } = await openSite('l1.example')
  for (let day = 0; day < 12; day++) {
    wait(DAY)
    await run()
  }
  expect(asked).toEqual([null, '"1"', '"1"'])
  expect(await stateOf('l1.example')).toMatchObject({ looks: 2, again_at: null })
})

test('what its page says by then is a revision', async () => {
  const { shown, run, wait } = await openSite('l2.example')
  Object.assign(shown, { body: WISH + WORK, etag: '"2"' })
  wait(DAY)
  await run()
  expect(await stateOf('l2.example')).toMatchObject({ revisions: 1, looks: 1 })
})

test('where its feed tells of a change, a page is looked at before its time', async () => {
  const { app, shown, asked, run, wait } = await openSite('l3.example')
  Object.assign(shown, { body: WISH + WORK, etag: '"2"', updated: '2026-03-02T12:00:00Z' })
  wait(2 * 3600)
  await forgetFeed('l3.example')
  await rescan(app, 'l3-example')
  await run()
  await run()
  expect(asked).toEqual([null, '"1"'])
  expect(await stateOf('l3.example')).toMatchObject({ revisions: 1 })
})

test('a page that is not found any more is gone, and back when it answers', async () => {
  const { shown, run, wait } = await openSite('l4.example')
  shown.status = 404
  wait(DAY)
  await run()
  const { gone_at, gone_why } = await stateOf('l4.example')
  expect({ gone_at, gone_why }).toEqual({
    gone_at: expect.stringContaining('2026-03-03T10:'),
    gone_why: 'HTTP 404: “no”',
  })
  shown.status = 200
  wait(7 * DAY)
  await run()
  expect(await stateOf('l4.example')).toMatchObject({ gone_at: null, revisions: 0 })
})

test('a page that leads to another article takes nothing back', async () => {
  const { app, run, wait } = await openSite('l5.example')
  const before = app.fetch
  app.fetch = async (request) =>
    request.url.endsWith('/a')
      ? new Response(null, { status: 302, headers: { location: '/other' } })
      : request.url.endsWith('/other')
        ? new Response(page(WORK), { headers: { 'content-type': 'text/html' } })
        : await before(request)
  wait(DAY)
  await run()
  expect(await stateOf('l5.example')).toMatchObject({ revisions: 0, looks: 1, gone_at: null })
})

async function stateOf(host: string) {
  const row = await env.DB.prepare(
    `SELECT looks, again_at, gone_at, gone_why,
            (SELECT count(*) FROM revisions WHERE article_id = articles.id) AS revisions
     FROM pages JOIN articles ON articles.id = pages.article_id
     WHERE pages.url = ?1`,
  )
    .bind(`https://${host}/a`)
    .first()
  return row ?? {}
}

/** Lets a feed be asked for before its day is over. */
async function forgetFeed(host: string) {
  const url = `https://${host}/feed`
  await env.DB.batch([
    env.DB.prepare('DELETE FROM addresses WHERE url = ?1').bind(url),
    env.DB.prepare('UPDATE sources SET not_before = NULL WHERE url = ?1').bind(url),
  ])
}
