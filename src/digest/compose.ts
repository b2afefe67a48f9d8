import type { App } from '../app.ts'
import { coveredUntil, freezeIssue } from '../db/issues.ts'
import type { IssueNews } from '../issue.ts'
import { toHex } from '../seal.ts'
import type { DueIssue } from '../week.ts'
import { type RenderedIssue, renderIssue } from './mail/issue.tsx'

const WEEK = 7 * 24 * 60 * 60 * 1000 // ms

/** What an issue covers, ISO 8601 UTC: after `from`, up to `until`. */
export type Period = { from: string; until: string }

/** Reads what an issue tells from what was scraped. */
export type ReadNews = (db: D1Database, period: Period) => Promise<IssueNews>

/**
 * Composes the issue that is due, of the news since the issue before it, and freezes it. False
 * where its week has one.
 */
export async function makeIssue(
  app: App,
  { id, moment }: DueIssue,
  readNews: ReadNews,
): Promise<boolean> {
  const until = moment.toISOString()
  const weekBefore = new Date(moment.getTime() - WEEK).toISOString()
  const period = { from: (await coveredUntil(app.db, until)) ?? weekBefore, until }
  const news = await readNews(app.db, period)
  const { siteUrl, topic, digest } = app.config
  const setting = { film: topic.aliases[0] ?? topic.title, siteUrl, timeZone: digest.timeZone }
  const rendered = await renderIssue({ id, period, news }, setting)
  const isMade = await freezeIssue(app.db, {
    id,
    coversFrom: period.from,
    coversUntil: until,
    madeAt: app.now().toISOString(),
    ...rendered,
    news,
    contentHash: await hashOf(rendered),
  })
  const { stories, articles } = news
  if (isMade) app.log('issue.made', { issue: id, stories: stories.length, articles })
  return isMade
}

async function hashOf({ subject, html, text }: RenderedIssue): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([subject, html, text]))
  return toHex(await crypto.subtle.digest('SHA-256', bytes))
}
