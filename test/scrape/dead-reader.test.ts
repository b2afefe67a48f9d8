import { expect, test } from 'vitest'
import { claimPage } from '../../src/db/pages.ts'
import { rescan, runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { openWeb, rss } from './web.ts'

const URL = 'https://dead.example/quarrie'
const TEXT =
  'Ines Quarrie told us: “We talk about Glass Harbor 2 all the time, and nothing is set.” '

test('a page whose reader died is left alone for a while, then read by the next cron', async () => {
  const { app, jobs, wait } = openWeb(
    {
      'https://dead.example/feed': () =>
        new Response(rss([{ link: URL, title: 'Quarrie on Glass Harbor 2' }])),
      [URL]: () => new Response(`<article><h1>Quarrie</h1><p>${TEXT.repeat(4)}</p></article>`),
    },
    ['https://dead.example/feed'],
  )
  await rescan(app, 'dead-example')
  for (let job = jobs.shift(); job?.kind === 'scan'; job = jobs.shift())
    await runScrapeJob(app, job)
  jobs.length = 0 // the message is lost, too
  expect(await claimPage(app.db, URL, app.now().toISOString())).not.toBeNull()
  expect(await claimPage(app.db, URL, app.now().toISOString())).toBeNull()
  wait(60)
  await scanDue(app, app.now())
  expect(jobs).not.toContainEqual({ kind: 'page', url: URL })
  wait(15 * 60)
  await scanDue(app, app.now())
  expect(jobs).toContainEqual({ kind: 'page', url: URL })
  await runScrapeJob(app, { kind: 'page', url: URL })
  const read = await app.db
    .prepare('SELECT read_at FROM pages WHERE url = ?1')
    .bind(URL)
    .first('read_at')
  expect(read).not.toBeNull()
})
