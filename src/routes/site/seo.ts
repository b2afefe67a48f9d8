import { Hono } from 'hono'
import type { App } from '../../app.ts'
import { everybody, everyIssue, storiesMapped } from '../../db/public/lists.ts'
import { keptReader } from '../kept.ts'
import { siteName } from '../page.name.ts'

const DAY = 'public, max-age=86400'
const PLACES = [
  '/',
  '/stories',
  '/people',
  '/outlets',
  '/issues',
  '/status',
  '/about',
  '/bot',
  '/privacy',
]

/** What robots and phones ask for: where everything is, and how the site is called. */
export function seoRoutes(app: App): Hono {
  const { config } = app
  const readPaths = pathsReader(app)
  return new Hono()
    .get('/robots.txt', (c) => {
      c.header('cache-control', DAY)
      return c.text(robotsOf(config.siteUrl))
    })
    .get('/sitemap.xml', async (c) => {
      const paths = await readPaths()
      return c.body(sitemapOf(config.siteUrl, paths), 200, {
        'content-type': 'application/xml; charset=utf-8',
        'cache-control': DAY,
      })
    })
    .get('/site.webmanifest', (c) => {
      c.header('cache-control', DAY)
      return c.json(manifestOf(siteName(config)), 200, {
        'content-type': 'application/manifest+json',
      })
    })
}

/** Links of mails carry tokens, and a search is nobody's page. */
function robotsOf(siteUrl: string): string {
  return [
    'User-agent: *',
    'Disallow: /admin/',
    'Disallow: /confirm',
    'Disallow: /manage',
    'Disallow: /search?',
    'Disallow: /unsubscribe',
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n')
}

type Path = { path: string; changed?: string }

function pathsReader(app: App): () => Promise<Path[]> {
  const [readStories, readPeople, readIssues] = [
    keptReader(app, storiesMapped),
    keptReader(app, everybody),
    keptReader(app, everyIssue),
  ]
  return async () => {
    const [stories, people, issues] = await Promise.all([readStories(), readPeople(), readIssues()])
    return [
      ...PLACES.map((path) => ({ path })),
      ...stories.map(({ id, moment }) => ({ path: `/stories/${id}`, changed: moment })),
      ...people.map(({ slug, lastAt }) => ({ path: `/people/${slug}`, changed: lastAt })),
      ...issues.map(({ id, coversUntil }) => ({ path: `/issues/${id}`, changed: coversUntil })),
    ]
  }
}

/** The protocol of sitemaps.org. */
function sitemapOf(siteUrl: string, paths: Path[]): string {
  const urls = paths.map(({ path, changed }) => {
    const day = changed ? `<lastmod>${changed.slice(0, 10)}</lastmod>` : ''
    return `<url><loc>${escaped(`${siteUrl}${encodeURI(path)}`)}</loc>${day}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')
}

/** So that a phone can keep the site among its programs (W3C Web Application Manifest). */
function manifestOf(name: string) {
  return {
    name,
    short_name: name.replace(/ Status$/, ''),
    start_url: '/',
    display: 'browser',
    background_color: '#10161a',
    theme_color: '#10161a',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    ],
  }
}
