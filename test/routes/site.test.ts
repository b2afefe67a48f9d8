import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

/** A site that has read an interview, its repeat under a loud headline, its copy, an older wish. */
async function newsSite() {
  return http((await readNews(NEWS)).app)
}

type Site = Awaited<ReturnType<typeof newsSite>>

async function read(site: Site, path: string): Promise<string> {
  const answer = await site.request(path, { headers: { accept: 'text/html' } })
  expect(answer.status, path).toBe(200)
  return await answer.text()
}

function linkIn(page: string, link: RegExp): string {
  return link.exec(page)?.[1] ?? 'nowhere'
}

test('the front page tells stage, since when, how sure, the last word, what would change it', async () => {
  const page = await read(await newsSite(), '/')
  expect(page).toContain('<h1>Not greenlit. The makers say they are working on it.</h1>')
  expect(page).toMatch(/Since<\/dt><dd><strong><time[^>]+>5 January 2026<\/time>/)
  expect(page).toContain('Fairly sure')
  expect(page).toContain('Ines Quarrie on record')
  expect(page).toMatch(/Last word on record<\/dt><dd><strong>\d+ days ago/)
  expect(page).toContain('a producer speaking for it, says that the film is approved')
  expect(page).toContain('Step 3 of 8: development. Next: greenlit.')
})

test('a story shows who said what, who told it again, and which headline claims too much', async () => {
  const site = await newsSite()
  const story = await read(site, linkIn(await read(site, '/stories'), /href="(\/stories\/[^"?]+)"/))
  expect(story).toContain('“We are writing the script of Glass Harbor 2')
  for (const outlet of ['lantern', 'buoy', 'mirror']) {
    expect(story).toContain(`href="https://${outlet}.example/`)
  }
  expect(story).toContain('says greenlit; the people in it:')
  expect(story).toContain('same text')
  expect(story).toContain('It repeats words that the story brought first')
})

test('a quotation shows its first appearance and when it came again', async () => {
  const site = await newsSite()
  const person = await read(site, '/people/ines-quarrie')
  expect(person).toContain('I would love to make')
  const quote = await read(site, linkIn(person, /href="(\/quotes\/we-are-[^"]+)"/))
  expect(quote).toContain('Printed 3 times')
  expect(quote).toContain('>new<')
  expect(quote).toContain('>the same day<')
  expect(quote).toContain('>1 day<')
})

test('outlets are counted, and a loud headline counts against its own', async () => {
  const page = await read(await newsSite(), '/outlets')
  expect(page).toMatch(/buoy\.example<\/th>.*?too loud">1 of 1</)
  expect(page).toMatch(/lantern\.example<\/th>.*?First to tell">1 of 1</)
})

test('a search finds headlines, names and quotations', async () => {
  const site = await newsSite()
  expect(await read(site, '/search?q=officially')).toContain('https://buoy.example/repeat')
  expect(await read(site, '/search?q=quarrie')).toContain('/people/ines-quarrie')
  expect(await read(site, '/search?q=script+ball')).toContain('/quotes/we-are-writing')
  expect(await read(site, '/search?q=%22%3E%3Cb%3E')).not.toContain('"><b>')
})

test('a day is what could be known at its end, and no day is a fault of the question', async () => {
  const site = await newsSite()
  expect(await read(site, '/status?at=2025-05-31')).toContain('<h1>Unknown.')
  expect(await read(site, '/status?at=2025-06-01')).toContain('The makers say they want it.</h1>')
  for (const day of ['2025-02-30', '2999-01-01', 'x', "'--"]) {
    expect((await site.request(`/status?at=${day}`)).status, day).toBe(400)
  }
})

test('facts for programs are JSON, and cannot end their element', async () => {
  const attack = 'Glass Harbor 2 </script><b>is here'
  const news = NEWS.map((one) => ({ ...one, title: attack, slug: `${one.slug}-attack` }))
  const site = http((await readNews(news)).app)
  const path = linkIn(await read(site, '/search?q=here'), /href="(\/stories\/[^"]+)"/)
  const page = await read(site, path)
  const json = linkIn(page, /<script type="application\/ld\+json">(.*?)<\/script>/)
  const graph: { '@type': string }[] = JSON.parse(json)['@graph']
  expect(new Set(graph.map((thing) => thing['@type']))).toEqual(new Set(['Claim', 'NewsArticle']))
  expect(json).toContain('\\u003c/script>')
  expect(page).not.toContain('<b>is here')
})

test('each page names its own address, and its stage’s picture', async () => {
  const site = await newsSite()
  const front = await read(site, '/')
  expect(front).toContain('<link rel="canonical" href="https://status.example/"/>')
  expect(front).toContain('content="https://status.example/og/development.png"')
  const then = await read(site, '/status?at=2020-01-01')
  expect(then).toContain('href="https://status.example/status?at=2020-01-01"')
  expect(then).toContain('content="https://status.example/og/unknown.png"')
})

test('the sitemap names the pages, and robots are kept from links of mails', async () => {
  const site = await newsSite()
  const sitemap = await (await site.request('/sitemap.xml')).text()
  expect(sitemap).toContain('<loc>https://status.example/people/ines-quarrie</loc>')
  expect(sitemap).toMatch(/<loc>https:\/\/status\.example\/stories\/\w+<\/loc><lastmod>2026-01-05/)
  const robots = await (await site.request('/robots.txt')).text()
  expect(robots).toContain('Disallow: /unsubscribe')
  expect(robots).toContain('Sitemap: https://status.example/sitemap.xml')
  const manifest = await (await site.request('/site.webmanifest')).json()
  expect(manifest).toMatchObject({ name: 'Glass Harbor sequel Status', start_url: '/' })
})

test('who has a page already is told so', async () => {
  const site = await newsSite()
  const etag = (await site.request('/')).headers.get('etag') ?? ''
  const again = await site.request('/', { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(again.headers.get('cache-control')).toContain('stale-while-revalidate')
})

test('what is not there is a page for people', async () => {
  const site = await newsSite()
  for (const path of ['/stories/none', '/people/nobody', '/quotes/never-said']) {
    const answer = await site.request(path, { headers: { accept: 'text/html' } })
    expect(answer.status, path).toBe(404)
    expect(await answer.text()).toContain('Nothing is here')
  }
})

test('where the first on record are only reported, that is the last word, not none', async () => {
  const { app } = await readNews([
    {
      outlet: 'lantern.example',
      slug: 'ready',
      title: 'Ines Quarrie is ready for Glass Harbor 2',
      text: ['Ines Quarrie would love to make Glass Harbor 2, the director said.'],
      published: '2024-01-05T08:00:00Z',
    },
  ])
  const page = await read(http(app), '/status?at=2024-01-06')
  expect(page).toMatch(
    /Last word on record<\/dt><dd><strong>1 day before<\/strong>Ines Quarrie, as reported, /,
  )
})
