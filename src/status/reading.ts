import type { Article } from '../article.ts'
import type { Stage } from '../stage.ts'
import { type Fingerprint, fingerprintOf } from '../story/duplicates.ts'
import { type Focus, type Focused, focusOf } from '../story/focus.ts'
import { bodyFocus, focusAtStart } from '../story/focus-start.ts'
import { outletKey } from '../story/known-outlets.ts'
import { lensOf } from '../story/lens.ts'
import { type Passage, passageOf } from '../story/passage.ts'
import { type Quotation, quotationsOf } from '../story/quotations.ts'
import { relevanceOf } from '../story/relevance.ts'
import { turnKey } from '../story/stories.ts'
import type { Topic } from '../topic.ts'
import { besideOf } from './beside.ts'
import { type Claim, claimsOf } from './claims.ts'
import { headlineStage } from './headline.ts'
import { jointly } from './joint.ts'
import { chiefSpeaker, originalOutlet } from './origin.ts'
import { overclaims } from './overclaim.ts'
import { ownRelease } from './own-release.ts'
import { inOwnWords } from './own-words.ts'
import { isSatire } from './satire.ts'
import { sourced, sourcesIn } from './sourcing.ts'
import { type Statement, statementsOf } from './statements.ts'
import { supportOf } from './support.ts'
import { vouched } from './vouched.ts'

/** Raised for each release in which the same article could be read differently than before. */
export const RULES_VERSION = 2

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
  /** Whether the article tells where the news was first given, were it to itself. */
  isSourceTold: boolean
  /** Keys of stories that it may belong to: look up those of the last 10 days before it. */
  storyKeys: string[]
}

/** Reads one article. Pure: the same topic, article and rules' version give the same reading. */
export function readArticle(topic: Topic, article: Article): Reading {
  const lens = lensOf(topic)
  const head = passageOf(lens, [article.title])
  const initial = focusAtStart(lens, article.outlet, focusOf(lens, head, 'unknown'))
  const headFocus = focusOf(lens, head, initial)
  const body = passageOf(lens, article.paragraphs, head)
  const focused = bodyFocus(lens, body, initial)
  const quotations = quotationsOf(body)
  const headline = headlineStage(head, headFocus)
  const claims = ownRelease(lens, article.outlet, claimsOf(body, focused, headline))
  const stated = inOwnWords(statementsOf(article, body, claims))
  const sources = sourcesIn(lens, article, body)
  const beside = besideOf(article, body, focused, quotations, stated)
  const said = sourced(article, body, sources, jointly(body, [...stated, ...beside]))
  const relevance = relevanceOf(
    { passage: head, focused: headFocus },
    { passage: body, focused },
    said.filter(isTelling).length + turnsOfSequel(initial, body, focused, claims),
    quotations,
  )
  const read = relevance.relevant && !isSatire(article) ? said : []
  const statements = vouched(read, headline, topic.studios, initial !== 'unknown')
  const stage = stageOf(article, statements)
  const speaker = chiefSpeaker(head, statements)
  const source = originalOutlet(sources, statements, speaker)
  const original = source ?? article.outlet
  return {
    articleId: article.id,
    rulesVersion: RULES_VERSION,
    url: article.url,
    outlet: article.outlet,
    published: article.published,
    ...relevance,
    fingerprint: fingerprintOf(article.paragraphs, body.quotes),
    quotations,
    statements,
    stage,
    headlineStage: relevance.relevant ? headline : null,
    overclaims: relevance.relevant && overclaims(headline, stage, statements),
    speaker,
    original,
    isSourceTold: source !== null,
    storyKeys: storyKeys(speaker, original, stage),
  }
}

function storyKeys(speaker: string | null, original: string, stage: Stage | null): string[] {
  const keys = [speaker?.toLowerCase(), outletKey(original), turnKey(stage)]
  return [...new Set(keys.flatMap((key) => key ?? []))]
}

/** In a text on the first film, how often its outlet tells that a sequel was approved or ended. */
function turnsOfSequel(initial: Focus, body: Passage, focused: Focused[], claims: Claim[]): number {
  if (initial !== 'first') return 0
  const isTurn = ({ cue, sentence }: Claim) =>
    cue.modality === 'fact' &&
    turnKey(cue.stage) !== null &&
    focused[body.sentences.indexOf(sentence)]?.films.some(({ kind }) => kind === 'sequel')
  return claims.filter(isTurn).length
}

/** Whether it is somebody's word on the film, the outlet's and strangers' aside. */
function isTelling({ role, stage }: Statement): boolean {
  return role !== 'outlet' && role !== 'other' && stage !== null
}

function stageOf({ published }: Article, statements: Statement[]): Stage | null {
  const day = published?.slice(0, 10) ?? '9999-12-31'
  const weighed = statements.map((statement) => ({ ...statement, when: statement.saidOn ?? day }))
  return supportOf(weighed)?.stage ?? null
}
