import { plainDate } from '../../day.ts'
import type { IssueKind } from '../../db/issues.ts'
import type { IssueNews, IssueReason, IssueStory } from '../../issue.ts'
import { leadOf } from './lead.ts'
import {
  lastWordLine,
  lastWords,
  MAX_QUOTES,
  MAX_REASONS,
  newsInShort,
  shortQuote,
  stageInShort,
} from './words.ts'

const REPEATED = 'Said before, printed again this week'
const SLACK = 2 * 24 * 60 * 60 * 1000 // ms; a feed may show an article a day or two late

/** An issue as data. */
export type IssueFacts = { id: string; kind: IssueKind; period: Period; news: IssueNews }

/** What every issue of this site shares: the film's name, the site's origin, the readers' clock. */
export type IssueSetting = { film: string; siteUrl: string; timeZone: string }

/** What an issue shows, in order, whatever form it takes. */
export type Outline = {
  subject: string
  /** What a mail list shows beneath the subject. */
  preview: string
  /** The last word on record: whose and how old, then its words where no story has them. */
  lastWord: { line: string; words: string; url: string } | null
  /** What changed since the issue before; where nothing is new, plain lines that say so. */
  lead: string[]
  /** Why the status is so, less what the stories and the last word tell anyway. */
  reasons: IssueNews['status']['reasons']
  /** Parts with their headings: what is new, what was only printed again, what is older. */
  parts: { heading: string; stories: IssueStory[] }[]
  /** How many stories are left to the site. */
  hidden: number
  /** Whether only those get it who asked for every week. */
  isQuiet: boolean
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
  const lastWord = lastWordOf(news, shown, { until: period.until, timeZone })
  const isQuiet = !hasNews(news, period)
  const parts = [
    { heading: freshHeading(news, kind), stories: shown.filter((story) => fresh.includes(story)) },
    { heading: REPEATED, stories: shown.filter((story) => repeats.includes(story)) },
    {
      heading: 'Older, read for the first time this week',
      stories: shown.filter((story) => older.includes(story)),
    },
  ]
  const lead = leadOf(
    news,
    {
      isChanged: isChanged(news),
      isFresh: fresh.length > 0,
      isOlder: older.length > 0 && repeats.length === 0,
    },
    datesOf(period, timeZone),
  )
  return {
    subject: subjectOf(film, { news, kind }, fresh),
    preview: previewOf(isQuiet ? undefined : shown[0], lastWord, news.status.words),
    lastWord,
    lead,
    reasons: reasonsOf(news, shown).slice(0, fresh.length > 0 ? MAX_REASONS : 1),
    parts: parts.filter(({ stories }) => stories.length > 0),
    hidden: news.stories.length - shown.length,
    isQuiet,
  }
}

function lastWordOf(
  { lastWord }: IssueNews,
  shown: IssueStory[],
  { until, timeZone }: { until: string; timeZone: string },
): Outline['lastWord'] {
  if (!lastWord) return null
  const isTold = shown.some(({ statements }) =>
    statements.slice(0, MAX_QUOTES).some(({ quote }) => quote === lastWord.quote),
  )
  const line = lastWordLine(lastWord, until, timeZone)
  return { line, words: lastWords(lastWord, isTold), url: lastWord.url }
}

/** One of an article, less what the stories and the last word tell anyway. */
function reasonsOf({ status, lastWord }: IssueNews, shown: IssueStory[]): IssueReason[] {
  const told = new Set(shown.flatMap(({ articles }) => articles.map(({ url }) => url)))
  return status.reasons.filter(
    ({ url, words }, nth, all) =>
      !told.has(url) &&
      !(lastWord?.quote && words.endsWith(`“${lastWord.quote}”`)) &&
      all.findIndex((other) => other.url === url) === nth,
  )
}

/** The news as somebody put it; without any, how long nobody has spoken; then the status. */
function previewOf(
  story: IssueStory | undefined,
  lastWord: Outline['lastWord'],
  status: string,
): string {
  const quote = story?.statements[0]?.quote
  const word = lastWord ? `${lastWord.line}. ` : ''
  return `${story ? `${story.title}. ${quote ? `“${shortQuote(quote)}” ` : ''}` : word}${status}`
}

/** Whether an issue is worth a mail to those who asked for weeks with news only. */
export function hasNews(news: IssueNews, period: Period): boolean {
  const { fresh, repeats } = sortedStories(news, period)
  return !news.previous || isChanged(news) || fresh.length > 0 || repeats.some(isSoldAsNew)
}

/** Whether the status is another than the issue before told. */
export function isChanged({ status, previous }: IssueNews): boolean {
  return previous ? previous.stage !== status.stage : false // older issues did not keep it
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

/** The subject: the film, its status, what is new. */
function subjectOf(
  film: string,
  { news, kind }: Pick<IssueFacts, 'news' | 'kind'>,
  fresh: IssueStory[],
): string {
  const stage = stageInShort(news.status.stage)
  if (!news.previous) return `${film}: ${stage} – the story so far`
  if (kind === 'status') return `${film}: now ${stage}`
  const [first] = fresh
  const told = first ? newsInShort(first.title, fresh.length - 1) : quietly(news)
  return `${film}: ${isChanged(news) ? 'now ' : ''}${stage} – ${told}`
}

function quietly({ stories }: IssueNews): string {
  return stories.some(isSoldAsNew) ? 'old words sold as new' : 'no news this week'
}
