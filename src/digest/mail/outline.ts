import { plainDate } from '../../day.ts'
import type { IssueKind } from '../../db/issues.ts'
import type { IssueNews, IssueStory } from '../../issue.ts'
import { counted, MAX_REASONS, stageInShort } from './words.ts'

const SLACK = 2 * 24 * 60 * 60 * 1000 // ms; a feed may show an article a day or two late

/** An issue as data. */
export type IssueFacts = { id: string; kind: IssueKind; period: Period; news: IssueNews }

/** What every issue of this site shares: the film's name, the site's origin, the readers' clock. */
export type IssueSetting = { film: string; siteUrl: string; timeZone: string }

/** What an issue shows, in order, whatever form it takes. */
export type Outline = {
  subject: string
  /** What changed since the issue before; where nothing is new, plain lines that say so. */
  lead: string[]
  /** Why the status is so, less what the stories tell anyway. */
  reasons: IssueNews['status']['reasons']
  /** Parts with their headings; the older one is of what was told before the period. */
  parts: { heading: string; stories: IssueStory[] }[]
  /** How many stories are left to the site. */
  hidden: number
}

type Period = { from: string; until: string }

/** Orders an issue's stories, new ones first, and shows at most so many. */
export function outlineOf(
  { kind, news, period }: IssueFacts,
  { film, timeZone }: IssueSetting,
  limit = Number.POSITIVE_INFINITY,
): Outline {
  const fresh = news.previous ? freshStories(news.stories, period) : news.stories
  const older = news.stories.filter((story) => !fresh.includes(story))
  const shown = [...fresh, ...older].slice(0, limit)
  const told = new Set(shown.flatMap(({ articles }) => articles.map(({ url }) => url)))
  const reasons = news.status.reasons.filter(({ url }) => !told.has(url))
  const parts = [
    { heading: freshHeading(news, kind), stories: shown.filter((story) => fresh.includes(story)) },
    {
      heading: 'Older, read for the first time this week',
      stories: shown.filter((story) => older.includes(story)),
    },
  ]
  return {
    subject: subjectOf(film, { news, kind }, fresh.length),
    lead: leadOf(news, { fresh: fresh.length, older: older.length }, datesOf(period, timeZone)),
    reasons: reasons.slice(0, fresh.length > 0 ? MAX_REASONS : 1),
    parts: parts.filter(({ stories }) => stories.length > 0),
    hidden: news.stories.length - shown.length,
  }
}

/** Whether an issue is worth a mail to those who asked for weeks with news only. */
export function hasNews(news: IssueNews, period: Period): boolean {
  return !news.previous || isChanged(news) || freshStories(news.stories, period).length > 0
}

/** Whether the status is another than the issue before told. */
export function isChanged({ status, previous }: IssueNews): boolean {
  return previous !== null && previous.stage !== status.stage
}

/**
 * Stories told in the period: nothing old is sold as new. One without any date counts as new,
 * because it was not there before.
 */
function freshStories(stories: IssueStory[], { from }: Period): IssueStory[] {
  return stories.filter(({ articles }) => {
    const dates = articles.flatMap(({ published }) => published ?? [])
    return dates.length === 0 || dates.some((date) => Date.parse(date) > Date.parse(from) - SLACK)
  })
}

/** A period as people write it. */
export function datesOf({ from, until }: Period, timeZone: string): Period {
  return { from: plainDate(from, timeZone), until: plainDate(until, timeZone) }
}

function freshHeading({ previous }: IssueNews, kind: IssueKind): string {
  if (!previous) return 'The story so far'
  return kind === 'status' ? 'What was said' : 'This week'
}

/** The subject: the film, its status, how much is new. */
function subjectOf(
  film: string,
  { news, kind }: Pick<IssueFacts, 'news' | 'kind'>,
  fresh: number,
): string {
  const stage = stageInShort(news.status.stage)
  if (!news.previous) return `${film}: ${stage} – the story so far`
  if (kind === 'status') return `${film}: now ${stage}`
  const told = fresh === 0 ? 'no news this week' : counted(fresh, 'new story')
  return `${film}: ${isChanged(news) ? 'now ' : ''}${stage} – ${told}`
}

function leadOf(
  news: IssueNews,
  { fresh, older }: { fresh: number; older: number },
  period: Period,
): string[] {
  if (!news.previous) return firstLead(news)
  const changed = isChanged(news)
    ? [`This has changed: the issue before said ${stageInShort(news.previous.stage)}.`]
    : []
  if (fresh > 0 && changed.length === 0) return ['The status is the same as in the issue before.']
  return [...changed, ...(fresh === 0 ? quietLines(news, older, period) : [])]
}

function firstLead({ articles, duplicates, stories }: IssueNews): string[] {
  if (articles === 0) return ['This is the first issue. Nothing has been read about it yet.']
  const read = `${counted(articles, 'article')}, ${duplicates} of them repeats`
  return [
    'This is the first issue: it tells what is known so far, the weightiest first. From now on, only what is new.',
    `Read for it: ${read}; they tell ${counted(stories.length, 'story')}.`,
  ]
}

function quietLines({ articles, duplicates }: IssueNews, older: number, period: Period): string[] {
  const nothing = `We found nothing new on record from ${period.from} to ${period.until}.`
  if (articles === 0) return [nothing, 'No article about it was published where we look.']
  const read = `We read ${counted(articles, 'article')}, ${duplicates} of them repeats`
  return [nothing, `${read}; ${older > 0 ? 'all are of before' : 'none told anything new'}.`]
}
