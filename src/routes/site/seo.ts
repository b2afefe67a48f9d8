import { Hono } from 'hono'
import type { App } from '../../app.ts'
import { latestIssues } from '../../db/issues.ts'
import { listPeople } from '../../db/public/people.ts'
import { listStories } from '../../db/public/stories.ts'
import { siteName } from '../page.name.ts'

const DAY = 'public, max-age=86400'
const STORIES = 500 // of a sitemap, the latest
const ISSUES = 260
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
  return new Hono()
    .get('/robots.txt', (c) => {
      c.header('cache-control', DAY)
      return c.text(robotsOf(config.siteUrl))
    })
    .get('/sitemap.xml', async (c) => {
      const paths = await pathsOf(app)
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

async function pathsOf({ db }: App): Promise<Path[]> {
  const [{ items: stories }, people, issues] = await Promise.all([
    listStories(db, { limit: STORIES }),
    listPeople(db),
    latestIssues(db, ISSUES),
  ])
  return [
    ...PLACES.map((path) => ({ path })),
    ...stories.map(({ id, moment }) => ({ path: `/stories/${id}`, changed: moment })),
    ...people.map(({ slug, lastAt }) => ({ path: `/people/${slug}`, changed: lastAt })),
    ...issues.map(({ id, coversUntil }) => ({ path: `/issues/${id}`, changed: coversUntil })),
  ]
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
