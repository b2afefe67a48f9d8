import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { Hono, type MiddlewareHandler } from 'hono'
import type { App, Config } from '../app.ts'
import type { ListedIssue } from '../db/issues.ts'
import { type FrontNews, frontNews, latestStories } from '../db/public/front.ts'
import type { StatusStep } from '../db/public/history.ts'
import { everyIssue, wholeHistory } from '../db/public/lists.ts'
import { findTotals } from '../db/public/totals.ts'
import { conditional } from './conditional.ts'
import { changeEntry, type Entry, issueEntry, storyEntry } from './feeds.entry.tsx'
import { keptReader } from './kept.ts'
import { siteName } from './page.name.ts'

const ENTRIES = 30
const CACHE = 'public, max-age=900, stale-while-revalidate=3600'
const NEVER = '1970-01-01T00:00:00.000Z' // Atom wants a moment where nothing has happened yet

/** Where the feeds are, and what each is of; for links in pages. */
export const FEEDS = [
  { path: '/feed.xml', type: 'application/rss+xml', title: 'Stories (RSS)' },
  { path: '/atom.xml', type: 'application/atom+xml', title: 'Stories (Atom)' },
  { path: '/feed.json', type: 'application/feed+json', title: 'Stories (JSON Feed)' },
  { path: '/status.atom', type: 'application/atom+xml', title: 'Changes of the status' },
  { path: '/issues.xml', type: 'application/rss+xml', title: 'Issues of the digest' },
] as const

type Path = (typeof FEEDS)[number]['path']

/** What one feed says of itself, and what is in it, latest first. */
type Feed = { path: Path; page: string; title: string; about: string; entries: Entry[] }

/** Stories as RSS, Atom and JSON Feed; changes of the status; issues of the digest. */
export function feedRoutes(app: App) {
  const { config } = app
  const readNews = keptReader(app, frontNews)
  const readHistory = keptReader(app, (version) => wholeHistory(version))
  const readIssues = keptReader(app, everyIssue)
  const stories = async (path: Path) => storyFeed(config, path, await readNews())
  return new Hono()
    .get('/feed.xml', ...feed('/feed.xml'), async (c) =>
      c.body(xml(rss(config, await stories('/feed.xml')))),
    )
    .get('/atom.xml', ...feed('/atom.xml'), async (c) =>
      c.body(xml(atom(config, await stories('/atom.xml')))),
    )
    .get('/feed.json', ...feed('/feed.json'), async (c) =>
      c.body(json(config, await stories('/feed.json'))),
    )
    .get('/status.atom', ...feed('/status.atom'), async (c) =>
      c.body(xml(atom(config, changeFeed(config, await readHistory())))),
    )
    .get('/issues.xml', ...feed('/issues.xml'), async (c) =>
      c.body(xml(rss(config, issueFeed(config, await readIssues())))),
    )

  /** What all feeds answer with, and 304 where nothing has changed since the client asked. */
  function feed(path: Path): [MiddlewareHandler, MiddlewareHandler] {
    const type = FEEDS.find((one) => one.path === path)?.type
    return [
      conditional(),
      async (c, next) => {
        await next()
        const { changedAt } = await findTotals(app.db)
        if (changedAt) c.header('last-modified', new Date(changedAt).toUTCString())
        c.header('content-type', `${type}; charset=utf-8`)
        c.header('cache-control', CACHE)
        c.header('access-control-allow-origin', '*')
        c.header('cross-origin-resource-policy', 'cross-origin')
      },
    ]
  }
}

function storyFeed(config: Config, path: Path, news: FrontNews): Feed {
  return {
    path,
    page: '/stories',
    title: siteName(config),
    about: `What is reported about ${config.topic.title}: who really said what, and who repeats it.`,
    entries: latestStories(news, ENTRIES).items.map((story) => storyEntry(config, story)),
  }
}

function changeFeed(config: Config, steps: StatusStep[]): Feed {
  const latest = steps.slice(-ENTRIES).toReversed()
  return {
    path: '/status.atom',
    page: '/',
    title: `${siteName(config)}: changes`,
    about: `Only when the status of ${config.topic.title} changes.`,
    entries: latest.map((step) => changeEntry(config, step)),
  }
}

function issueFeed(config: Config, issues: ListedIssue[]): Feed {
  return {
    path: '/issues.xml',
    page: '/issues',
    title: `${siteName(config)}: the digest`,
    about: `Each issue of the digest about ${config.topic.title}.`,
    entries: issues.slice(0, ENTRIES).map((issue) => issueEntry(config, issue)),
  }
}

function rss({ siteUrl }: Config, { path, page, title, about, entries }: Feed): string {
  return generateRssFeed(
    {
      title,
      link: siteUrl + page,
      description: about,
      language: 'en',
      docs: 'https://www.rssboard.org/rss-specification',
      ttl: 60, // minutes
      ...(entries[0] && { lastBuildDate: new Date(entries[0].at) }),
      atom: { links: [{ href: siteUrl + path, rel: 'self', type: 'application/rss+xml' }] },
      items: entries.map(({ url, title, html, at }) => ({
        title,
        link: url,
        description: html,
        guid: { value: url, isPermaLink: true },
        pubDate: new Date(at),
      })),
    },
    { strict: true },
  )
}

function atom(config: Config, { path, page, title, about, entries }: Feed): string {
  const { siteUrl } = config
  return generateAtomFeed(
    {
      id: siteUrl + path,
      title: { value: title },
      subtitle: { value: about },
      updated: new Date(entries[0]?.at ?? NEVER),
      authors: [{ name: siteName(config), uri: siteUrl }],
      links: [
        { href: siteUrl + path, rel: 'self', type: 'application/atom+xml' },
        { href: siteUrl + page, rel: 'alternate', type: 'text/html' },
      ],
      entries: entries.map(({ url, title, html, at }) => ({
        id: url,
        title: { value: title },
        links: [{ href: url, rel: 'alternate', type: 'text/html' }],
        published: new Date(at),
        updated: new Date(at),
        content: { value: html, type: 'html' },
      })),
    },
    { strict: true },
  )
}

/** Signs that XML 1.0 has no way to write, as a publisher's headline may hold one. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function xml(text: string): string {
  return text.replace(NOT_XML, '')
}

function json(config: Config, { path, page, title, about, entries }: Feed): string {
  const { siteUrl } = config
  const feed = generateJsonFeed(
    {
      title,
      home_page_url: siteUrl + page,
      feed_url: siteUrl + path,
      description: about,
      language: 'en',
      authors: [{ name: siteName(config), url: siteUrl }],
      items: entries.map(({ url, title, html, at }) => ({
        id: url,
        url,
        title,
        content_html: html,
        date_published: new Date(at),
      })),
    },
    { strict: true },
  )
  return JSON.stringify(Object.assign({ items: [] }, feed)) // a list that is empty it leaves out
}
