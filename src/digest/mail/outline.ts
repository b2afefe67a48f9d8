import { plainDate } from '../../day.ts'
import type { IssueNews, IssueStory } from '../../issue.ts'
import { counted } from './words.ts'

const SLACK = 2 * 24 * 60 * 60 * 1000 // ms; a feed may show an article a day or two late

/** What an issue shows, in order, whatever form it takes. */
export type Outline = {
  /** Where nothing is new: plain lines that say so. */
  quiet: string[]
  fresh: IssueStory[]
  /** Told before the period and only read in it. */
  older: IssueStory[]
  /** How many stories are left to the site. */
  hidden: number
}

type Period = { from: string; until: string }

/** Heads the older stories. */
export const OLDER = 'Older, read for the first time this week'

/** Orders an issue's stories, new ones first, and shows at most so many. */
export function outlineOf(
  news: IssueNews,
  { period, timeZone }: { period: Period; timeZone: string },
  limit = Number.POSITIVE_INFINITY,
): Outline {
  const fresh = freshStories(news.stories, period)
  const older = news.stories.filter((story) => !fresh.includes(story))
  const shown = [...fresh, ...older].slice(0, limit)
  return {
    quiet: fresh.length === 0 ? quietLines(news, older.length, datesOf(period, timeZone)) : [],
    fresh: shown.filter((story) => fresh.includes(story)),
    older: shown.filter((story) => older.includes(story)),
    hidden: news.stories.length - shown.length,
  }
}

/**
 * Stories told in the period: nothing old is sold as new. One without any date counts as new,
 * because it was not there before.
 */
export function freshStories(stories: IssueStory[], { from }: Period): IssueStory[] {
  return stories.filter(({ articles }) => {
    const dates = articles.flatMap(({ published }) => published ?? [])
    return dates.length === 0 || dates.some((date) => Date.parse(date) > Date.parse(from) - SLACK)
  })
}

/** A period as people write it. */
export function datesOf({ from, until }: Period, timeZone: string): Period {
  return { from: plainDate(from, timeZone), until: plainDate(until, timeZone) }
}

function quietLines({ articles, duplicates }: IssueNews, older: number, period: Period): string[] {
  const nothing = `We found nothing new on record from ${period.from} to ${period.until}.`
  if (articles === 0) return [nothing, 'No article about it was published where we look.']
  const read = `We read ${counted(articles, 'article')}, ${duplicates} of them repeats`
  return [nothing, `${read}; ${older > 0 ? 'all are of before' : 'none told anything new'}.`]
}
