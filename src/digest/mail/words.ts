import { plainDate } from '../../day.ts'
import type { IssueKind } from '../../db/issues.ts'
import type {
  IssueArticle,
  IssueReason,
  IssueStatement,
  IssueStory,
  LastWord,
} from '../../issue.ts'
import type { Stage } from '../../stage.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const MAX_QUOTE = 280 // characters
const MAX_TITLE = 140
const AGES = ['from today', 'from yesterday']
const MAX_NEWS = 70 // characters of a title in a subject

/** How many reasons of the status, and of a story quotations, headlines and links, a mail shows. */
export const MAX_REASONS = 3
export const MAX_QUOTES = 3
export const MAX_CLAIMS = 3
export const MAX_LINKS = 20

const STAGE_WORDS: Record<Stage, string> = {
  rumored: 'only rumored',
  talks: 'in talks, not greenlit',
  development: 'in development, not greenlit',
  greenlit: 'greenlit',
  'pre-production': 'in pre-production',
  filming: 'filming',
  'post-production': 'in post-production',
  released: 'released',
  stalled: 'on hold',
  cancelled: 'cancelled',
}

/** A stage in a few words, for a subject or within a sentence. */
export function stageInShort(stage: Stage | null): string {
  return stage ? STAGE_WORDS[stage] : 'nothing on record'
}

/** "issue 2026-W47", "the status has changed". */
export function issueName({ id, kind }: { id: string; kind: IssueKind }): string {
  return kind === 'status' ? 'the status has changed' : `issue ${id}`
}

/** "1 story", "3 stories", "2 articles". */
export function counted(count: number, one: string): string {
  if (count === 1) return `1 ${one}`
  return `${count} ${/[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`}`
}

/** Who spoke, to whom, when; for words that were known before, that they are old. */
export function attribution(statement: IssueStatement, timeZone: string): string {
  const { speaker, role, givenTo, saidOn, fresh } = statement
  const said = saidOn && plainDate(saidOn, timeZone)
  const when = fresh ? said : `not new${said ? `, first said ${said}` : ''}`
  const known = role === 'other' ? null : role
  return [speaker, known, givenTo && `to ${givenTo}`, when].filter(Boolean).join(', ')
}

/** How old the last word on record is, and whose it was. */
export function lastWordLine(word: LastWord, until: string, timeZone: string): string {
  const said = plainDate(word.at, timeZone)
  const days = daysBetween(said, plainDate(until, timeZone))
  const age = AGES[days] ?? `${days} days old`
  return `The last word on record is ${age}: ${word.speaker}, ${said}`
}

/** How that line goes on: with the words themselves, unless a story below has them. */
export function lastWords({ quote }: LastWord, isTold: boolean): string {
  return quote && !isTold ? `: “${shortQuote(quote)}”` : '.'
}

/** Between two days as they are written, whatever the hour. */
function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(`${later} UTC`) - Date.parse(`${day} UTC`)) / DAY)
}

/** Where a reason of the status was read, and when. */
export function readAt(
  { outlet, at }: Pick<IssueReason, 'outlet' | 'at'>,
  timeZone: string,
): string {
  return at ? `${outlet}, ${plainDate(at, timeZone)}` : outlet
}

/** Where an article was printed, and when. */
export function whereAndWhen({ outlet, published }: IssueArticle, timeZone: string): string {
  return readAt({ outlet, at: published }, timeZone)
}

/** A quotation cut to a length that fits a mail, at a word, with the cut shown. */
export function shortQuote(quote: string): string {
  return cut(quote, MAX_QUOTE)
}

/** What is new, for a subject: the first story, and how many more there are. */
export function newsInShort(title: string, more: number): string {
  return more > 0
    ? `${cut(title, MAX_NEWS)}, and ${counted(more, 'more story')}`
    : cut(title, MAX_NEWS)
}

/** The same for a headline. */
export function shortTitle(title: string): string {
  return cut(title, MAX_TITLE)
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length).replace(/\s+\S*$/, '')} …`
}

/**
 * A story's articles: where to read it first, and which others carry it, one of each outlet; the
 * rest of them only counted.
 */
export function leadAndOthers({ articles, original }: IssueStory): {
  lead: IssueArticle | null
  others: IssueArticle[]
  uncounted: number
} {
  const lead = articles.find(({ url }) => url === original?.url) ?? articles[0] ?? null
  const rest = articles.filter((article) => article !== lead)
  return { lead, others: rest.slice(0, MAX_LINKS), uncounted: Math.max(0, rest.length - MAX_LINKS) }
}
