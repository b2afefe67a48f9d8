import type { App } from '../app.ts'
import { freezeIssue, type Issue, type IssueKind } from '../db/issues.ts'
import type { IssueNews, WeekNews } from '../issue.ts'
import { toHex } from '../seal.ts'
import { type RenderedIssue, renderIssue } from './mail/issue.tsx'
import { hasNews, isChanged } from './mail/outline.ts'
import { settingOf } from './setting.ts'

/** Nothing of our topic is older: the first issue tells all that is known. */
export const THE_BEGINNING = '1970-01-01T00:00:00.000Z'

/** What an issue covers, ISO 8601 UTC: after `from`, up to `until`. */
export type Period = { from: string; until: string }

/** Reads what an issue tells from what was scraped. */
export type ReadNews = (db: D1Database, period: Period) => Promise<WeekNews>

/**
 * An issue that is to be made: its id, the period that it tells of, and what the issue before told
 * its readers; null for the first.
 */
export type IssueToMake = {
  id: string
  kind: IssueKind
  period: Period
  previous: IssueNews['previous']
}

/**
 * Composes an issue, freezes it, and starts its sending. False where there is one of this id, or where
 * the status that is to be told at once is the one that was told before.
 */
export async function makeIssue(
  app: App,
  wanted: IssueToMake,
  readNews: ReadNews,
): Promise<boolean> {
  const issue = await issueToFreeze(app, wanted, readNews)
  if (!issue || !(await freezeIssue(app.db, issue))) return false
  const { id, news } = issue
  app.log('issue.made', { issue: id, stories: news.stories.length, articles: news.articles })
  await app.queues.mail.send({ kind: 'plan', issue: id })
  return true
}

/** An issue as it is to be kept; null where it would tell of a change that there is not. */
export async function issueToFreeze(
  app: Pick<App, 'db' | 'config' | 'now'>,
  wanted: IssueToMake,
  readNews: ReadNews,
): Promise<Omit<Issue, 'envelope'> | null> {
  const { id, kind, period } = wanted
  const { news, rendered } = await composeIssue(app, wanted, readNews)
  if (kind === 'status' && !isChanged(news)) return null
  return {
    id,
    kind,
    hasNews: hasNews(news, period),
    coversFrom: period.from,
    coversUntil: period.until,
    madeAt: app.now().toISOString(),
    ...rendered,
    news,
    contentHash: await hashOf(rendered),
  }
}

/** What an issue tells and how it looks; nothing is kept. */
export async function composeIssue(
  app: Pick<App, 'db' | 'config'>,
  { id, kind, period, previous }: IssueToMake,
  readNews: ReadNews,
): Promise<{ news: IssueNews; rendered: RenderedIssue }> {
  const news: IssueNews = { ...(await readNews(app.db, period)), previous }
  const rendered = await renderIssue({ id, kind, period, news }, settingOf(app.config))
  return { news, rendered }
}

async function hashOf({ subject, html, text }: RenderedIssue): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([subject, html, text]))
  return toHex(await crypto.subtle.digest('SHA-256', bytes))
}
