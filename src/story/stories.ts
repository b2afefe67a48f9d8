import { outletKey } from './known-outlets.ts'
import type { Quotation } from './quotations.ts'
import type { Match } from './repeated.ts'

/** A story as look-ups by its keys return it. Its id is the id of the article that founded it. */
export type KnownStory = {
  id: string
  /** Moment of the founding article (ISO 8601 UTC). */
  moment: string
  /** Name of who chiefly speaks in it; null for an insider, an outlet's own piece. */
  speaker: string | null
  /** Outlet that it was first given to or printed by. */
  original: string | null
  lookupKeys: string[]
}

/** How an article came to its story, kept so that it can be shown and undone. */
export type StoryJoin = {
  method:
    | 'founded'
    | 'revision'
    | 'copy'
    | 'quotation'
    | 'interview'
    | 'event'
    | 'source'
    /** By an admin, against the rules. */
    | 'corrected'
  /** 0 to 1: how much of the article's quoted words, or how sure. */
  score: number
  /** The article or quotation key joined by; null for a founded story. */
  partner: string | null
}

/** What an article brings to the question which story it tells. */
export type Telling = {
  outlet: string
  speaker: string | null
  original: string | null
  /** Whether it tells where the news was first given. */
  isSourceTold: boolean
  moment: string
  /** Whether the page bears its date: else it may be as old as any story. */
  isDated: boolean
  quotations: Quotation[]
  /** Key of the turn in the film's making that it reports; null for none. */
  turn: string | null
}

/** Days within which two reports of one interview, or of one outlet's scoop, appear. */
const SAME_NEWS_DAYS = 10
const DAY_MS = 86_400_000

type Found = { story: KnownStory; join: StoryJoin } | null

/**
 * The story that an article tells: of those whose quotations it repeats the latest, unless what it
 * adds is another person's; else the story of the same speaker and outlet of these days; else null.
 */
export function storyOf(telling: Telling, matches: Match[], stories: KnownStory[]): Found {
  return (
    byQuotation(telling, matches, stories) ??
    byInterview(telling, stories) ??
    byEvent(telling, stories) ??
    bySource(telling, stories) ??
    byTurn(telling, stories)
  )
}

/** Least share of what its speaker is quoted with that an article must repeat of an older story. */
const REPEATED = 0.5
/** Least share of all that is quoted: an obituary may repeat a line of an old interview. */
const MENTIONED = 0.15

function byQuotation(telling: Telling, matches: Match[], stories: KnownStory[]): Found {
  const own = matches.filter(({ known }) => {
    const story = stories.find(({ id }) => id === known.storyId)
    return story && (known.articleId === story.id || story.speaker === known.speaker.name)
  })
  const latest = own.toSorted((a, b) => momentOf(b, stories).localeCompare(momentOf(a, stories)))[0]
  const story = stories.find(({ id }) => id === latest?.known.storyId)
  if (!latest || !story) return null
  const isOthers =
    telling.speaker !== null && story.speaker !== null && telling.speaker !== story.speaker
  const share = repeatedShare(telling, matches, isOthers)
  const isRecent =
    Date.parse(telling.moment) - Date.parse(story.moment) < 3 * SAME_NEWS_DAYS * DAY_MS
  if (share < REPEATED && (isOthers || !isRecent)) return null
  if (!isRecent && repeatedShare(telling, matches, true) < MENTIONED) return null
  return { story, join: { method: 'quotation', score: latest.score, partner: latest.known.key } }
}

/** Of the words quoted, of its chief speaker or of all, the share that was known before. */
function repeatedShare({ quotations, speaker }: Telling, matches: Match[], ofAll: boolean): number {
  const counted = quotations.filter(
    (quotation) => ofAll || speaker === null || quotation.speaker.name === speaker,
  )
  const words = (list: Quotation[]) => list.reduce((sum, { key }) => sum + key.split(' ').length, 0)
  const known = new Set(matches.map(({ quotation }) => quotation))
  return words(counted.filter((quotation) => known.has(quotation))) / Math.max(1, words(counted))
}

function momentOf(match: Match, stories: KnownStory[]): string {
  return stories.find(({ id }) => id === match.known.storyId)?.moment ?? ''
}

/** Same speaker, same outlet spoken to, within days: translations and paraphrases. */
function byInterview(telling: Telling, stories: KnownStory[]): Found {
  const story = recent(telling, stories).find(
    ({ speaker, original }) =>
      speaker !== null && speaker === telling.speaker && isSameOutlet(original, telling.original),
  )
  return story ? { story, join: { method: 'interview', score: 0.8, partner: story.id } } : null
}

const SAME_EVENT_DAYS = 3

/** The same speaker within days, no other source named: an announcement that all report. */
function byEvent(telling: Telling, stories: KnownStory[]): Found {
  if (telling.isSourceTold) return null
  const since = Date.parse(telling.moment) - SAME_EVENT_DAYS * DAY_MS
  const story = recent(telling, stories).find(
    ({ speaker, moment }) =>
      speaker !== null && speaker === telling.speaker && Date.parse(moment) >= since,
  )
  return story ? { story, join: { method: 'event', score: 0.7, partner: story.id } } : null
}

const SAME_SOURCE_DAYS = 4

/**
 * A report taken from another outlet within days of that outlet's own; who speaks in both is asked
 * only after some days, when the outlet may have other news.
 */
function bySource(telling: Telling, stories: KnownStory[]): Found {
  if (isSameOutlet(telling.original, telling.outlet)) return null
  const since = Date.parse(telling.moment) - SAME_SOURCE_DAYS * DAY_MS
  const taken = recent(telling, stories).filter(({ original }) =>
    isSameOutlet(original, telling.original),
  )
  const story =
    taken.find(({ speaker }) => isCompatible(speaker, telling.speaker)) ??
    taken.find(({ moment }) => Date.parse(moment) >= since)
  return story ? { story, join: { method: 'source', score: 0.6, partner: story.id } } : null
}

/** Stages that begin with an event of one day. */
const TURNS = new Set(['greenlit', 'filming', 'post-production', 'cancelled'])

/** The key under which articles of one turn in the making of a film find each other. */
export function turnKey(stage: string | null): string | null {
  return stage !== null && TURNS.has(stage) ? `=${stage}` : null
}

const SAME_TURN_DAYS = 2

/** The same turn in the making of a film within two days: there is but one, whoever tells of it. */
function byTurn({ moment, turn }: Telling, stories: KnownStory[]): Found {
  const near = (story: KnownStory) =>
    Math.abs(Date.parse(moment) - Date.parse(story.moment)) <= SAME_TURN_DAYS * DAY_MS
  const story = stories.find((one) => turn !== null && one.lookupKeys.includes(turn) && near(one))
  return story ? { story, join: { method: 'event', score: 0.6, partner: story.id } } : null
}

function recent(telling: Telling, stories: KnownStory[]): KnownStory[] {
  const since = Date.parse(telling.moment) - SAME_NEWS_DAYS * DAY_MS
  return stories
    .filter(({ moment }) => !telling.isDated || Date.parse(moment) >= since)
    .sort((a, b) => (a.moment < b.moment ? 1 : -1))
}

function isSameOutlet(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && outletKey(one) === outletKey(other)
}

/** Whether two tellings may have one speaker: a report need not name whom another names. */
function isCompatible(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}
