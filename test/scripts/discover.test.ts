import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseSources } from '../../src/source.ts'

const COMMAND = fileURLToPath(new URL('../../scripts/discover.ts', import.meta.url))
const PAGE = `<html><head><title>Tag: Harbor</title><meta property="og:site_name" content="The Harbor News">
  <link rel="alternate" type="application/rss+xml" title="News &raquo; Feed" href="/feed/">
  <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
  <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1">
  <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom.xml">
  <link rel="alternate" type="application/feed+json" href="https://feeds.example/harbor.json">
  <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/wp-content/x.css">
  </head><body></body></html>`
const FEED = '<rss><channel><item><title>A</title><link>/a</link></item></channel></rss>'

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [COMMAND, ...args], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

/** The printed entries as the configuration would read them. */
function entriesIn(stdout: string) {
  return parseSources(new Function(`return [${stdout}]`)())
}

/** A site on this machine that answers these paths, and everything else with 404. */
async function openSite(paths: Record<string, string>) {
  const seen: Pick<IncomingMessage, 'url' | 'method' | 'headers'>[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    const body = paths[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen, close: () => server.close() }
}

test('a saved page yields entries that the configuration takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'discover-'))
  const [page, robots] = [join(folder, 'page.html'), join(folder, 'robots.txt')]
  writeFileSync(page, PAGE)
  writeFileSync(
    robots,
    'User-agent: *\nDisallow: /x\nSitemap: https://news.harbor.example/news.xml\n',
  )
  const url = 'https://news.harbor.example/tag/harbor/'
  const { code, stdout } = await run('--html', page, '--url', url, '--robots', robots)
  expect(code).toBe(0)
  const home = 'https://news.harbor.example/'
  const outlet = 'The Harbor News'
  expect(entriesIn(stdout)).toMatchObject([
    { id: 'harbor', kind: 'feed', outlet, home, url: 'https://news.harbor.example/feed/' },
    { id: 'harbor-2', kind: 'feed', url: 'https://news.harbor.example/tag/harbor/atom.xml' },
    { id: 'harbor-3', kind: 'feed', url: 'https://feeds.example/harbor.json' },
    { id: 'harbor-search', kind: 'search', url: `${url}feed/?paged={page}` },
    { id: 'harbor-search-2', kind: 'search', url: `${home}?s=TOPIC&feed=rss2&paged={page}` },
    { id: 'harbor-sitemap', kind: 'sitemap', url: 'https://news.harbor.example/news.xml' },
  ])
  expect(stdout).toContain('// alternate link, “News » Feed”')
})

test('a live page is asked for once, by name, after its robots.txt', async () => {
  const site = await openSite({ '/robots.txt': 'User-agent: x\nDisallow: /', '/': PAGE })
  const { code, stdout } = await run(`${site.url}/`)
  site.close()
  expect(code).toBe(0)
  expect(entriesIn(stdout)[0]).toMatchObject({ kind: 'feed', url: `${site.url}/feed/` })
  expect(site.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /robots.txt',
    'GET /',
  ])
  for (const { headers } of site.seen) {
    expect(headers['user-agent']).toMatch(/^alita2-status\/\d+\.\d+\.\d+ \(\+https?:.*\/bot\)$/)
    expect(headers.cookie).toBeUndefined()
    expect(headers.referer).toBeUndefined()
  }
})

test('a page that robots.txt forbids is not asked for', async () => {
  const site = await openSite({ '/robots.txt': 'User-agent: *\nDisallow: /', '/': PAGE })
  const { code, stderr } = await run(`${site.url}/`)
  site.close()
  expect(code).toBe(1)
  expect(stderr).toContain('robots.txt forbids it: Disallow: /')
  expect(site.seen.map(({ url }) => url)).toEqual(['/robots.txt'])
})

test('usual addresses are tried where asked, and count only where they answer as a feed', async () => {
  const robots = 'User-agent: *\nDisallow: /atom.xml\nDisallow: /*map.xml\nDisallow: /feed.json'
  const paths = {
    '/robots.txt': robots,
    '/': '<title>x</title>',
    '/rss.xml': FEED,
    '/rss': 'a page',
  }
  const site = await openSite(paths)
  const { code, stdout, stderr } = await run(`${site.url}/`, '--try')
  site.close()
  expect(code).toBe(0)
  expect(entriesIn(stdout)).toMatchObject([{ kind: 'feed', url: `${site.url}/rss.xml` }])
  expect(stderr).toContain('/feed/: answers 404')
  expect(site.seen.map(({ url }) => url)).not.toContain('/atom.xml')
})

test('nothing found is told, and a wrong call explains the right one', async () => {
  const site = await openSite({ '/': '<title>x</title>' })
  const nothing = await run(`${site.url}/`)
  site.close()
  expect(nothing).toMatchObject({ code: 1, stdout: '' })
  expect(nothing.stderr).toContain('Nothing found')
  expect(await run()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('npm run -s discover'),
  })
  expect(await run('ftp://x.example/')).toMatchObject({ code: 2 })
  expect(await run('--fast', 'https://x.example/')).toMatchObject({ code: 2 })
  expect(await run('--help')).toMatchObject({ code: 0 })
})
