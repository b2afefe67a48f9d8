import { rung, type Stage } from '../stage.ts'
import { matchesOf, type PhraseMatch, phraseBook } from '../story/phrases.ts'
import type { Token } from '../story/tokens.ts'
import type { Modality } from './modality.ts'
import { modalityAt } from './modality.ts'
import { isOfAnother } from './of-another.ts'
import { isAhead, isBegun, isPast, isToCome } from './tense.ts'
import { STAGE_WORDS } from './words/all.ts'
import type { StageWords } from './words/stage-words.ts'

/** A place in a sentence that claims, denies, asks or wishes a stage. */
export type Cue = {
  stage: Stage
  modality: Modality
  rule: string
  /** Whether it is told of the past: "a year after it was parked". */
  past: boolean
  /** Characters of the paragraph. */
  start: number
  end: number
  /** Words of the sentence, the end exclusive. */
  from: number
  to: number
}

const BOOK = phraseBook(STAGE_WORDS, (row) => row.phrases)

/**
 * The cues of a sentence, in order, none overlapping. `isQuestion` tells how the sentence ends,
 * `isBeforeFilm` whether the film is named right after a character of the paragraph.
 */
export function cuesIn(
  tokens: Token[],
  isQuestion: boolean,
  isBeforeFilm: (end: number) => boolean = () => true,
): Cue[] {
  const kept: PhraseMatch<StageWords>[] = []
  const matches = matchesOf(BOOK, tokens).filter(
    ({ row, from, to }) =>
      (!row.alone || isAlone(tokens, to)) &&
      !(row.rule === 'start-set' && isBegun(tokens, from, to)) &&
      (!row.last || tokens[to]?.clause !== tokens[to - 1]?.clause) &&
      (!row.object || (!isNoun(tokens[from - 1]) && isBeforeFilm(tokens[to - 1]?.end ?? 0))),
  )
  for (const match of matches.sort(byWeight))
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  const cues = kept
    .sort((a, b) => a.from - b.from)
    .map((match) => cueOf(match, tokens, isQuestion))
    .filter((cue) => !isOfAnother(cue, tokens))
    .filter((cue) => cue.rule !== 'wants' || !OTHERS.has(tokens[cue.from - 1]?.word ?? ''))
    .filter((cue, _, all) => !all.some((wish) => isWishedBy(wish, cue, tokens)))
  const isMore = cues.some(({ rule }) => rule !== 'hearsay')
  return cues.filter(
    (cue) =>
      !isReporting(cue, tokens) &&
      (cue.rule !== 'cancels' || !ELSE.has(tokens[cue.to]?.word ?? '')) &&
      (cue.rule !== 'hearsay' || !isMore) &&
      (cue.rule !== 'confirmed' || isClosing(cue, tokens) || !handsOn(cue, cues, tokens)),
  )
}

/** "The sets for Emberfall 2": no verb stands behind such a word. */
function isNoun(before: Token | undefined): boolean {
  return before !== undefined && DETERMINERS.has(before.word)
}

const DETERMINERS = new Set('the a an its our their his her my this that these those'.split(' '))

/** Whose wishes tell nothing of the film. Example: "fans want a sequel". */
const OTHERS = new Set(
  'audience audiences children everybody everyone fans kids nobody parents people viewers you'.split(
    ' ',
  ),
)

/** "hoping that it will happen": what a wish is for is wished, not claimed. */
function isWishedBy(wish: Cue, cue: Cue, tokens: Token[]): boolean {
  return (
    wish.modality === 'wish' &&
    cue.stage !== 'talks' &&
    wish.from < cue.from &&
    cue.modality !== 'denial' &&
    tokens[wish.from]?.clause === tokens[cue.from]?.clause
  )
}

/** "dropped out of Emberfall 2", "drops a trailer for it": no film is dropped. */
const ELSE = new Set('a an by first in new off out some'.split(' '))

const ACTIVE = new Set(
  'ha han he hat haben habe a ont ai hanno ho confirmo confirmou anuncio anunciou'.split(' '),
)
const THAT = new Set('that que qu dass che'.split(' '))
const TO_WHOM = 8 // words: "ha confirmado a la revista Reel Post que"

/** "Ha confirmado que hay guion", "officially confirmed that it has a script": says something else. */
function isReporting({ rule, from, to }: Cue, tokens: Token[]): boolean {
  if (rule !== 'announced') return false
  const isActive = [tokens[from - 1], tokens[from]].some((token) => ACTIVE.has(token?.word ?? ''))
  return tokens.slice(to, to + (isActive ? TO_WHOM : 2)).some(({ word }) => THAT.has(word))
}

/** "Sequel confirmed": the confirming ends its clause, and hands on nothing in it. */
export function isClosing({ from, to }: Cue, tokens: Token[]): boolean {
  return tokens[to]?.clause !== tokens[from]?.clause
}

/** "confirmed that it is in the works": what is confirmed is the news, not the confirming. */
function handsOn(cue: Cue, all: Cue[], tokens: Token[]): boolean {
  const next = tokens[cue.to]?.word ?? ''
  return all.some(({ rule }) => rule !== 'confirmed') || HANDS_ON.has(next)
}

const HANDS_ON = new Set([
  'that',
  'he',
  'she',
  'they',
  'to',
  'in',
  'on',
  'there',
  'how',
  'what',
  'when',
  'who',
  'it',
  'this',
  'news',
  'too',
  'prematurely',
  'reports',
])

/** What says more goes first: a denial, a wish or what lies beside the ladder, then the longer, then the higher. */
function byWeight(a: PhraseMatch<StageWords>, b: PhraseMatch<StageWords>): number {
  return (
    weight(b.row) - weight(a.row) ||
    b.to - b.from - (a.to - a.from) ||
    Number(b.row.object ?? 0) - Number(a.row.object ?? 0) ||
    rung(b.row.stage) - rung(a.row.stage) ||
    a.from - b.from
  )
}

function weight(row: StageWords): number {
  if (row.as === 'denial') return 2
  if (row.as === 'wish') return 1
  return rung(row.stage) < 0 ? 1 : 0
}

function cueOf(match: PhraseMatch<StageWords>, tokens: Token[], isQuestion: boolean): Cue {
  const { row, from, to } = match
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  const isLater =
    row.later !== undefined && (isToCome(tokens, from, to) || isAhead(tokens, from, to))
  const stage = isLater ? (row.later ?? row.stage) : row.stage
  const modality = modalityAt(
    tokens,
    { from, to, rule: row.rule, stage, as: isLater ? 'plan' : row.as },
    isQuestion,
  )
  return {
    stage,
    modality,
    rule: row.rule,
    past: isPast(tokens, from, to, rung(stage) < 0),
    start,
    end,
    from,
    to,
  }
}

/** Words that may follow "we are filming" with nothing else being filmed. */
const FOLLOWS = new Set(
  `in on at the it this that now for with and since right here there a our all through until down over
  next but as by from well already today again finally principal production photography to is was has under
  underway way begun began started so or we because while da depuis derzeit desde endlich enfin
  finalmente gerade por seit`.split(/\s+/),
)

function isAlone(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  if (!next || next.clause !== tokens[to - 1]?.clause) return true
  return FOLLOWS.has(next.word) || next.capital || /^\d/.test(next.word)
}
