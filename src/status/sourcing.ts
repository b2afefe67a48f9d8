import type { Article } from '../article.ts'
import { dayIn } from '../story/dates.ts'
import { type Given, givenIn } from '../story/given-to.ts'
import type { Lens } from '../story/lens.ts'
import type { Passage, Told } from '../story/passage.ts'
import { sayVerbsIn } from '../story/say-verbs.ts'
import { lookedBack } from './look-back.ts'
import type { Statement, Undated } from './statements.ts'

const OLD_DAYS = 45
/** What was given to an outlet before that is not what an article reports as news. */
const NEWS_DAYS = 12
const DAY_MS = 86_400_000

/** "once said", "had previously told": said before, no day given. */
const ONCE =
  /\b(?:once|previously|formerly|earlier|already) (?:\p{L}+ )?(?:said|told|mentioned|talked|revealed|admitted|hinted|teased|confirmed|stated|expressed|promised)\b|\b(?:said|told|revealed|confirmed) (?:previously|before)\b/u

/**
 * A sentence's words outside quotation marks, lower case, the outlet that they name as source, and
 * whether they name a day long before.
 */
export type Source = { prose: string; given: Given | null; isOld: boolean }

/** For each sentence of a body what it tells of sources. */
export function sourcesIn(lens: Lens, { outlet, published }: Article, body: Passage): Source[] {
  return body.sentences.map((sentence) => {
    const prose = proseOf(body, sentence)
    const low = prose.toLowerCase()
    const given = givenIn(lens, prose, outlet)
    const day = given && published ? dayIn(low, published) : null
    return { prose: low, given, isOld: day !== null && isLongBefore(day, published, NEWS_DAYS) }
  })
}

/** Adds to each statement the outlet it was given to, its day, and whether it is told as past. */
export function sourced(
  article: Article,
  body: Passage,
  sources: Source[],
  found: Undated[],
): Statement[] {
  const told = found.map(({ statement, sentence, quoteEnd }) => {
    const around = placesOf(body, sentence, quoteEnd, statement.speaker).map((i) => sources[i])
    const part = partOf(article.outlet, body, sentence, quoteEnd)
    if (part) around[0] = part
    const givens = around.flatMap((source) =>
      source?.isOld && source.given?.how === 'taken' ? [] : (source?.given ?? []),
    )
    const prose = around.slice(0, quoteEnd === null ? 1 : 2).map((source) => source?.prose ?? '')
    const days = prose.map((text) => dayIn(saying(text), article.published))
    const saidOn = days.find((day) => day !== null) ?? null
    const day = statement.role === 'outlet' ? dayIn(prose.join(' '), article.published) : saidOn
    const isOld =
      isLongBefore(day, article.published) ||
      prose.some((text) => ONCE.test(text) || isOfSeasonPast(text, article.published))
    const givenTo = (givens.find(({ how }) => how === 'told') ?? givens[0])?.outlet ?? null
    const recalled = statement.recalled || isOld
    return { statement: { ...statement, givenTo, saidOn, recalled }, prose: prose[0] ?? '' }
  })
  return withTalk(lookedBack(told))
}

/**
 * “A,” she told Reel Post. “B,” she added: who speaks to one outlet in an article speaks to it in all
 * that no other outlet or day is told of.
 */
function withTalk(statements: Statement[]): Statement[] {
  return statements.map((one) => {
    if (one.givenTo !== null || !isOfTalk(one)) return one
    const others = statements.filter((other) => other.speaker === one.speaker && isOfTalk(other))
    const outlets = new Set(others.flatMap(({ givenTo }) => givenTo ?? []))
    const [outlet] = outlets
    return outlet !== undefined && outlets.size === 1 ? { ...one, givenTo: outlet } : one
  })
}

/** Words of somebody named that are not told as past. */
function isOfTalk({ speaker, quote, recalled }: Statement): boolean {
  return speaker !== null && quote !== null && !recalled
}

const SEASON_TOLD =
  /\b(?:told|said|says|wrote|admitted|revealed|confirmed)\b[^.;]{0,40}\bin (?:the )?(?:early |late )?(?:spring|summer|fall|autumn|winter)(?: of)? (\d{4})\b/u

/** "He told Forbes in the summer of 2023": no month that could be a date, but long ago. */
function isOfSeasonPast(prose: string, published: string | null): boolean {
  const year = SEASON_TOLD.exec(prose)?.[1]
  return year !== undefined && published !== null && year < published.slice(0, 4)
}

/** Of "“A,” she said in May; in June she told B “C”" the part that a quotation ends in. */
function partOf(
  outlet: string,
  body: Passage,
  sentence: Told,
  quoteEnd: number | null,
): Source | null {
  if (quoteEnd === null || quoteEnd > sentence.end || !sentence.text.includes(';')) return null
  const prose = proseOf(body, sentence)
  const at = quoteEnd - sentence.start
  const from = prose.lastIndexOf(';', at) + 1
  const to = prose.indexOf(';', at)
  const part = prose.slice(from, to < 0 ? prose.length : to)
  return { prose: part.toLowerCase(), given: givenIn(body.lens, part, outlet), isOld: false }
}

/**
 * The sentence of a claim, where its quotation ends, and the one before, in one paragraph, unless that
 * is of others only.
 */
function placesOf(
  { sentences }: Passage,
  at: Told,
  quoteEnd: number | null,
  speaker: string | null,
): number[] {
  const own = sentences.findIndex(
    ({ paragraph, start }) => paragraph === at.paragraph && start === at.start,
  )
  const closing = sentences.findIndex(
    ({ paragraph, start, end }) =>
      quoteEnd !== null && paragraph === at.paragraph && start <= quoteEnd && end >= quoteEnd,
  )
  const last = sentences[own - 1]
  const before = last?.paragraph === at.paragraph && !isOfOthers(last, speaker) ? own - 1 : -1
  return [...new Set([own, closing, before])].filter((i) => i >= 0)
}

function isOfOthers({ met }: Told, speaker: string | null): boolean {
  const names = met.flatMap(({ voice }) => voice?.name ?? [])
  return speaker !== null && names.length > 0 && !names.includes(speaker)
}

/** The sentence without what stands in quotation marks. */
function proseOf({ plain, quotes }: Passage, { paragraph, start, end }: Told): string {
  let prose = (plain[paragraph] ?? '').slice(start, end)
  for (const quote of quotes) {
    if (quote.paragraph !== paragraph || quote.end <= start || quote.start >= end) continue
    const from = Math.max(0, quote.start - start)
    const to = Math.min(prose.length, quote.end - start)
    prose = prose.slice(0, from) + ' '.repeat(to - from) + prose.slice(to)
  }
  return prose
}

const BESIDE_VERB = 60 // characters: a date further on is of what is said, not of the saying

/** The part of a sentence whose date is that of the saying: up to a little after the last verb. */
function saying(prose: string): string {
  const verb = sayVerbsIn(prose).at(-1)
  return verb ? prose.slice(0, verb.end + BESIDE_VERB).replace(PLANNED, ' ') : ''
}

/** "due to start on March 1": a date of plans. */
const PLANNED =
  /\b(?:start(?:ing|s)?|begin(?:ning|s)?|shoot(?:ing|s)?|filming|(?:to|will) film|releas\w+|due|opens?|arriv\w+|until|by|before|through|roll|set|slated|scheduled|dated)\b[^.,;]{0,40}/gu

function isLongBefore(saidOn: string | null, published: string | null, days = OLD_DAYS): boolean {
  if (!saidOn || !published) return false
  const last =
    saidOn.length === 4 ? `${saidOn}-12-31` : saidOn.length === 7 ? `${saidOn}-28` : saidOn
  return Date.parse(published) - Date.parse(last) > days * DAY_MS
}
