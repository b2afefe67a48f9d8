import { plainDate } from '../../day.ts'
import type { IssueArticle, IssueStatement, IssueStory } from '../../issue.ts'
import type { Stage } from '../../stage.ts'

const MAX_QUOTE = 280 // characters

/** How many reasons of the status, and quotations of a story, a mail shows. */
export const MAX_REASONS = 3
export const MAX_QUOTES = 4

const STAGE_WORDS: Record<Stage, string> = {
  rumored: 'only rumored',
  talks: 'in talks, not greenlit',
  development: 'in development, not greenlit',
  greenlit: 'greenlit',
  'pre-production': 'in pre-production',
  filming: 'filming',
  'post-production': 'in post-production',
  released: 'released',
  stalled: 'stalled',
  cancelled: 'cancelled',
}

/** A stage in a few words, for a subject or within a sentence. */
export function stageInShort(stage: Stage | null): string {
  return stage ? STAGE_WORDS[stage] : 'nothing on record'
}

/** The subject of an issue: the film, its status, how much is new. */
export function subjectOf(film: string, stage: Stage | null, fresh: number): string {
  const news = fresh === 0 ? 'no news this week' : counted(fresh, 'new story')
  return `${film}: ${stageInShort(stage)} – ${news}`
}

/** "1 new story", "3 new stories", "2 articles". */
export function counted(count: number, one: string): string {
  if (count === 1) return `1 ${one}`
  return `${count} ${one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`
}

/** Who spoke, to whom, when; for words that were known before, that they are old. */
export function attribution(statement: IssueStatement, timeZone: string): string {
  const { speaker, role, givenTo, saidOn, fresh } = statement
  const said = saidOn && plainDate(saidOn, timeZone)
  const when = fresh ? said : `not new${said ? `, first said ${said}` : ''}`
  const known = role === 'other' ? null : role
  return [speaker, known, givenTo && `to ${givenTo}`, when].filter(Boolean).join(', ')
}

/** A quotation cut to a length that fits a mail, at a word, with the cut shown. */
export function shortQuote(quote: string): string {
  if (quote.length <= MAX_QUOTE) return quote
  return `${quote.slice(0, MAX_QUOTE).replace(/\s+\S*$/, '')} …`
}

/** A story's articles: where to read it first, and who else carries it. */
export function leadAndOthers({ articles, original }: IssueStory): {
  lead: IssueArticle | null
  others: IssueArticle[]
} {
  const lead = articles.find(({ url }) => url === original?.url) ?? articles[0] ?? null
  return { lead, others: articles.filter((article) => article !== lead) }
}
