import { plainDate } from '../../day.ts'
import type { IssueKind } from '../../db/issues.ts'
import type { IssueNews, IssueStory } from '../../issue.ts'
import { counted, MAX_REASONS, stageInShort } from './words.ts'

const REPEATED = 'Said before, printed again this week'
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
  /** Why the status is so, less what the stories and the last word tell anyway. */
  reasons: IssueNews['status']['reasons']
  /** Parts with their headings: what is new, what was only printed again, what is older. */
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
  const { fresh, repeats, older } = sortedStories(news, period)
  const shown = [...fresh, ...repeats, ...older].slice(0, limit)
  const told = new Set(shown.flatMap(({ articles }) => articles.map(({ url }) => url)))
  const lastWords = news.lastWord?.quote
  const reasons = news.status.reasons.filter(
    ({ url, words }) => !told.has(url) && !(lastWords && words.endsWith(`“${lastWords}”`)),
  )
  const parts = [
    { heading: freshHeading(news, kind), stories: shown.filter((story) => fresh.includes(story)) },
    { heading: REPEATED, stories: shown.filter((story) => repeats.includes(story)) },
    {
      heading: 'Older, read for the first time this week',
      stories: shown.filter((story) => older.includes(story)),
    },
  ]
  return {
    subject: subjectOf(film, { news, kind }, fresh.length),
    lead: leadOf(
      news,
      { fresh: fresh.length, isOlder: older.length > 0 && repeats.length === 0 },
      datesOf(period, timeZone),
    ),
    reasons: reasons.slice(0, fresh.length > 0 ? MAX_REASONS : 1),
    parts: parts.filter(({ stories }) => stories.length > 0),
    hidden: news.stories.length - shown.length,
  }
}

/** Whether an issue is worth a mail to those who asked for weeks with news only. */
export function hasNews(news: IssueNews, period: Period): boolean {
  const { fresh, repeats } = sortedStories(news, period)
  return !news.previous || isChanged(news) || fresh.length > 0 || repeats.some(isSoldAsNew)
}

/** Whether the status is another than the issue before told. */
export function isChanged({ status, previous }: IssueNews): boolean {
  return previous !== null && previous.stage !== status.stage
}

type Sorted = { fresh: IssueStory[]; repeats: IssueStory[]; older: IssueStory[] }

/** Nothing old is sold as new. The first issue tells the story so far, all of it news to its readers. */
function sortedStories({ stories, previous }: IssueNews, { from }: Period): Sorted {
  if (!previous) return { fresh: stories, repeats: [], older: [] }
  const told = stories.filter((story) => isToldSince(story, Date.parse(from) - SLACK))
  const repeats = told.filter(({ isRepeat, isChange }) => isRepeat && !isChange)
  return {
    fresh: told.filter((story) => !repeats.includes(story)),
    repeats,
    older: stories.filter((story) => !told.includes(story)),
  }
}

/** One without any date counts as told now, because it was not there before. */
function isToldSince({ articles }: IssueStory, since: number): boolean {
  const dates = articles.flatMap(({ published }) => published ?? [])
  return dates.length === 0 || dates.some((date) => Date.parse(date) > since)
}

/** Old words under a headline that claims more. */
function isSoldAsNew({ overclaims }: IssueStory): boolean {
  return overclaims.length > 0
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
  const told = fresh === 0 ? quietly(news) : counted(fresh, 'new story')
  return `${film}: ${isChanged(news) ? 'now ' : ''}${stage} – ${told}`
}

function quietly({ stories }: IssueNews): string {
  return stories.some(isSoldAsNew) ? 'old words sold as new' : 'no news this week'
}

function leadOf(
  news: IssueNews,
  { fresh, isOlder }: { fresh: number; isOlder: boolean },
  period: Period,
): string[] {
  if (!news.previous) return firstLead(news)
  const changed = isChanged(news)
    ? [`This has changed: the issue before said ${stageInShort(news.previous.stage)}.`]
    : []
  if (fresh > 0 && changed.length === 0) return ['The status is the same as in the issue before.']
  return [...changed, ...(fresh === 0 ? quietLines(news, isOlder, period) : [])]
}

function firstLead({ articles, duplicates, stories }: IssueNews): string[] {
  if (articles === 0) return ['This is the first issue. Nothing has been read about it yet.']
  const read = `${counted(articles, 'article')}, ${duplicates} of them repeats`
  return [
    'This is the first issue: it tells what is known so far, the weightiest first. From now on, only what is new.',
    `Read for it: ${read}; they tell ${counted(stories.length, 'story')}.`,
  ]
}

function quietLines(
  { articles, duplicates }: IssueNews,
  isOlder: boolean,
  period: Period,
): string[] {
  const nothing = `We found nothing new on record from ${period.from} to ${period.until}.`
  if (articles === 0) return [nothing, 'No article about it was published where we look.']
  const read = `We read ${counted(articles, 'article')}, ${duplicates} of them repeats`
  return [nothing, `${read}; ${isOlder ? 'all are of before' : 'none told anything new'}.`]
}
