import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { listArticles } from '../../src/db/public/articles.ts'
import { rescan, runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { openWeb, rss } from './web.ts'

const WORDS =
  'Director Ines Quarrie told The Lantern that she would love to make Glass Harbor 2. ' +
  '“We talk about it all the time,” Quarrie said of the sequel, and added that nothing is set. ' +
  'Lantern Pictures has not said a word about a second film, and nobody has written one so far.'

const page = (title: string, text = WORDS) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>Home</nav>
   <article><h1>${title}</h1><p>${text.split('. ').join('.</p><p>')}</p></article></body></html>`

/** A site with a feed of one item whose page and feed text the test decides. */
function siteOf(host: string, answer: () => Response, text = 'Quarrie on Glass Harbor 2') {
  const entry = { link: '/quarrie', title: 'Quarrie would love to make Glass Harbor 2', text }
  return openWeb(
    {
      [`https://${host}/feed`]: () => new Response(rss([entry])),
      [`https://${host}/quarrie`]: answer,
    },
    [`https://${host}/feed`],
  )
}

const html = (text: string) => new Response(text, { headers: { 'content-type': 'text/html' } })

test('a page becomes an article with what was said in it', async () => {
  const site = siteOf('p1.example', () => html(page('Quarrie would love to make Glass Harbor 2')))
  await run(site)
  expect(await articleAt('https://p1.example/quarrie')).toMatchObject({
    outlet: 'p1.example',
    title: 'Quarrie would love to make Glass Harbor 2',
    published: null,
    readFrom: 'page',
  })
})

test('a title without an end is kept to a thousand characters', async () => {
  const title = `Quarrie would love to make Glass Harbor 2 ${'and so on '.repeat(1000)}`
  await run(siteOf('p77.example', () => html(page(title))))
  const kept = await articleAt('https://p77.example/quarrie')
  expect(kept?.title).toBe(title.slice(0, 1000))
})

test('where the page is refused, the feed’s own text is read, and says so', async () => {
  const refused = () => new Response('no', { status: 403 })
  await run(siteOf('p2.example', refused, `&lt;p&gt;${WORDS}&lt;/p&gt;`))
  expect(await articleAt('https://p2.example/quarrie')).toMatchObject({ readFrom: 'feed' })
  expect(await pageAt('https://p2.example/quarrie')).toMatchObject({ note: 'HTTP 403: “no”' })
})

test('a page that is refused, with nothing in the feed, is given up with the reason', async () => {
  const site = siteOf('p3.example', () => new Response('no', { status: 403 }))
  await run(site)
  expect(await pageAt('https://p3.example/quarrie')).toMatchObject({
    note: 'HTTP 403: “no”',
    read_at: null,
    given_up_at: site.app.now().toISOString(),
  })
})

test('a page that fails is tried again with growing waits, and read when it answers', async () => {
  let isDown = true
  const site = siteOf('p4.example', () =>
    isDown ? new Response('', { status: 502 }) : html(page('Quarrie speaks')),
  )
  await run(site)
  expect(await pageAt('https://p4.example/quarrie')).toMatchObject({
    tries: 1,
    next_try_at: '2026-03-02T10:15:02.000Z' /* after a pause of two seconds */,
    note: 'HTTP 502',
  })
  site.wait(16 * 60)
  await run(site)
  expect(await pageAt('https://p4.example/quarrie')).toMatchObject({
    tries: 2,
    next_try_at: '2026-03-02T11:16:02.000Z',
  })
  isDown = false
  site.wait(3600)
  await run(site)
  expect(await articleAt('https://p4.example/quarrie')).toMatchObject({ title: 'Quarrie speaks' })
})

test('a page that says nothing at all for a while is read when it says something', async () => {
  const answers = ['\u0000<<]]>{"'.repeat(50), '<title>502 Bad Gateway</title>']
  const site = siteOf('p8.example', () => html(answers.shift() ?? page('Quarrie speaks')))
  await run(site)
  expect(await pageAt('https://p8.example/quarrie')).toMatchObject({ tries: 1, given_up_at: null })
  for (const minutes of [16, 61]) {
    site.wait(minutes * 60)
    await run(site)
  }
  expect(await articleAt('https://p8.example/quarrie')).toMatchObject({
    title: 'Quarrie speaks',
    readFrom: 'page',
  })
})

test('of a page that stays empty the feed’s own text is read after the third try', async () => {
  const site = siteOf('p9.example', () => html('<main></main>'), `&lt;p&gt;${WORDS}&lt;/p&gt;`)
  await run(site)
  site.wait(16 * 60)
  await run(site)
  expect(await articleAt('https://p9.example/quarrie')).toBeUndefined()
  site.wait(61 * 60)
  await run(site)
  expect(await articleAt('https://p9.example/quarrie')).toMatchObject({ readFrom: 'feed' })
})

test('two addresses of one article are one article', async () => {
  const canonical = '<link rel="canonical" href="https://p5.example/quarrie">'
  const site = siteOf('p5.example', () => html(page('Quarrie speaks')))
  const amp = openWeb(
    {
      'https://amp.p5.example/feed': () =>
        new Response(rss([{ link: '/q', title: 'Glass Harbor 2: Quarrie speaks' }])),
      'https://amp.p5.example/q': () =>
        html(page('Quarrie speaks').replace('</head>', `${canonical}</head>`)),
    },
    ['https://amp.p5.example/feed'],
  )
  await run(site)
  await run(amp)
  const stored = await env.DB.prepare(
    "SELECT url FROM articles WHERE url LIKE '%p5.example%'",
  ).all()
  expect(stored.results).toEqual([{ url: 'https://p5.example/quarrie' }])
  expect(await pageAt('https://amp.p5.example/q')).toMatchObject({
    read_at: amp.app.now().toISOString(),
  })
})

test('a copy at another outlet is a duplicate, whichever is read first', async () => {
  const dated = (day: string, text: string) => () =>
    html(
      page('Quarrie again', text).replace(
        '<h1>',
        `<time datetime="2026-02-${day}T08:00:00Z"></time><h1>`,
      ),
    )
  const text = WORDS.replaceAll('Quarrie', 'the director').replace('all the time', 'every day')
  await run(siteOf('copy6.example', dated('20', text)))
  await run(siteOf('first6.example', dated('10', text)))
  const copy = await articleAt('https://copy6.example/quarrie')
  const first = await articleAt('https://first6.example/quarrie')
  expect(first?.duplicateOf).toBeNull()
  expect(copy?.duplicateOf).toBe(first?.id)
  expect(copy?.storyId).toBe(first?.storyId)
})

test('an article that keeps failing us is given up with our mistake', async () => {
  const site = siteOf('p7.example', () => html(page('Quarrie speaks')))
  site.app.config.topic = null as never // a bug: reading must throw
  await env.DB.prepare(
    `INSERT INTO sources (id, next_due_at) VALUES ('p7-example', '2027-01-01T00:00:00Z')`,
  ).run()
  await env.DB.prepare(
    `INSERT INTO scans (id, requested_by, requested_at) VALUES ('bug', 'cron', '2026-03-02T10:00:00Z')`,
  ).run()
  await env.DB.prepare(
    `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at, tries)
     VALUES ('https://p7.example/quarrie', 'p7-example', 'bug', 't', '', ?1, ?1, 4)`,
  )
    .bind('2026-03-02T10:00:00Z')
    .run()
  await runScrapeJob(site.app, { kind: 'page', url: 'https://p7.example/quarrie' })
  expect(await pageAt('https://p7.example/quarrie')).toMatchObject({
    given_up_at: site.app.now().toISOString(),
    note: expect.stringContaining('our mistake: TypeError'),
  })
})

type Site = ReturnType<typeof openWeb>

/** A cron, an admin's scan, and every job that comes of them. */
async function run({ app, jobs }: Site): Promise<void> {
  await scanDue(app, app.now())
  await rescan(app, null)
  for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
}

async function articleAt(url: string) {
  return (await listArticles(env.DB, { limit: 100 })).items.find((article) => article.url === url)
}

async function pageAt(url: string) {
  return await env.DB.prepare('SELECT * FROM pages WHERE url = ?1').bind(url).first()
}
