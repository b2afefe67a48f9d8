import type { Article } from '../article.ts'
import type { Stage } from '../stage.ts'
import { dayIn } from '../story/dates.ts'
import { type Fingerprint, fingerprintOf } from '../story/duplicates.ts'
import { focusOf, initialFocus } from '../story/focus.ts'
import { type Given, givenIn } from '../story/given-to.ts'
import { type Lens, lensOf } from '../story/lens.ts'
import { type Passage, passageOf } from '../story/passage.ts'
import { type Quotation, quotationsOf } from '../story/quotations.ts'
import { relevanceOf } from '../story/relevance.ts'
import type { Topic } from '../topic.ts'
import { type Claim, claimsOf } from './claims.ts'
import { headlineOf } from './headline.ts'
import { overclaims } from './overclaim.ts'
import { type Statement, statementsOf } from './statements.ts'
import { supportOf } from './support.ts'

/** Raised whenever the same article could be read differently than before. */
export const RULES_VERSION = 1

/** What one article says, read alone: no other article has been looked at. */
export type Reading = {
  articleId: string
  rulesVersion: number
  url: string
  outlet: string
  /** ISO 8601 UTC; null where the page bears no date. */
  published: string | null
  relevant: boolean
  /** Why it is taken or left, in a few words. */
  why: string
  fingerprint: Fingerprint
  quotations: Quotation[]
  statements: Statement[]
  stage: Stage | null
  headlineStage: Stage | null
  overclaims: boolean
  /** Name of who chiefly speaks; null for insiders and the outlet itself. */
  speaker: string | null
  /** Outlet that the news was first given to, as far as this article tells; else its own. */
  original: string | null
  /** Keys of stories that it may belong to: look up those of the last 10 days before it. */
  storyKeys: string[]
}

/** Reads one article. Pure: the same topic, article and rules' version give the same reading. */
export function readArticle(topic: Topic, article: Article): Reading {
  const lens = lensOf(topic)
  const head = passageOf(lens, [article.title])
  const headFocus = focusOf(lens, head, 'unknown')
  const body = passageOf(lens, article.paragraphs)
  const initial = initialFocus(headFocus.flatMap(({ films }) => films))
  const focused = focusOf(lens, body, initial)
  const claims = claimsOf(body, focused)
  const statements = dated(lens, article, body, claims, statementsOf(article, body, claims))
  const named = statements.filter(({ speaker }) => speaker !== null).length
  const relevance = relevanceOf(headFocus, focused, named)
  const kept = relevance.relevant ? statements : []
  const headline = relevance.relevant
    ? headlineOf(head, headFocus)
    : { stage: null, isAttributed: false }
  const stage =
    supportOf(kept.map((statement) => ({ ...statement, when: statement.saidOn ?? '9999' })))
      ?.stage ?? null
  const chief =
    kept.find(({ speaker, recalled }) => speaker && !recalled) ??
    kept.find(({ speaker }) => speaker)
  const given = chiefGiven(lens, article, body)
  const original = given?.outlet ?? article.outlet
  return {
    articleId: article.id,
    rulesVersion: RULES_VERSION,
    url: article.url,
    outlet: article.outlet,
    published: article.published,
    ...relevance,
    fingerprint: fingerprintOf(article.paragraphs, body.quotes),
    quotations: quotationsOf(body),
    statements: kept,
    stage,
    headlineStage: headline.stage,
    overclaims: overclaims(headline.stage, stage),
    speaker: chief?.speaker ?? null,
    original,
    storyKeys: [
      ...new Set([chief?.speaker, original].flatMap((name) => (name ? [name.toLowerCase()] : []))),
    ],
  }
}

function dated(
  lens: Lens,
  article: Article,
  body: Passage,
  claims: Claim[],
  statements: Statement[],
): Statement[] {
  return statements.map((statement) => {
    const claim = claims.find(
      ({ sentence, quote }) =>
        sentence.text.includes(statement.evidence.slice(0, 40)) ||
        (quote && statement.quote !== null),
    )
    const paragraph = body.paragraphs.findIndex((text) => text.includes(statement.evidence))
    const near = body.sentences.filter((sentence) => sentence.paragraph === paragraph)
    const own =
      near.find(({ text }) => text.includes(statement.evidence.slice(0, 30))) ?? claim?.sentence
    const plain = own ? (body.plain[own.paragraph] ?? '').slice(own.start, own.end) : ''
    const given = givenIn(lens, plain, article.outlet)
    const saidOn = dayIn(plain.toLowerCase(), article.published)
    return {
      ...statement,
      givenTo: given?.outlet ?? null,
      saidOn,
      recalled: isOld(saidOn, article.published),
    }
  })
}

const OLD_DAYS = 45

function isOld(saidOn: string | null, published: string | null): boolean {
  if (!saidOn || !published) return false
  const said = Date.parse(
    saidOn.length === 4 ? `${saidOn}-12-31` : saidOn.length === 7 ? `${saidOn}-28` : saidOn,
  )
  return Date.parse(published) - said > OLD_DAYS * 86_400_000
}

/** The first place in the text that tells where the news comes from. */
function chiefGiven(lens: Lens, article: Article, body: Passage): Given | null {
  const all = body.sentences.flatMap(
    ({ paragraph, start, end }) =>
      givenIn(lens, (body.plain[paragraph] ?? '').slice(start, end), article.outlet) ?? [],
  )
  return all.find(({ how }) => how === 'told') ?? all[0] ?? null
}
