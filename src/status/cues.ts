import { rung, type Stage } from '../stage.ts'
import { matchesOf, type PhraseMatch, phraseBook } from '../story/phrases.ts'
import type { Token } from '../story/tokens.ts'
import type { Modality } from './modality.ts'
import { modalityAt } from './modality.ts'
import { STAGE_WORDS } from './words/all.ts'
import type { StageWords } from './words/stage-words.ts'

/** A place in a sentence that claims, denies, asks or wishes a stage. */
export type Cue = {
  stage: Stage
  modality: Modality
  rule: string
  /** Whether the film must be named right after it. */
  object: boolean
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

/** The cues of a sentence, in order, none overlapping. `isQuestion` tells how the sentence ends. */
export function cuesIn(tokens: Token[], isQuestion: boolean): Cue[] {
  const kept: PhraseMatch<StageWords>[] = []
  const matches = matchesOf(BOOK, tokens).filter(({ row, to }) => !row.alone || isAlone(tokens, to))
  for (const match of matches.sort(byWeight))
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  const cues = kept
    .sort((a, b) => a.from - b.from)
    .map((match) => cueOf(match, tokens, isQuestion))
    .filter((cue) => cue.rule !== 'wants' || !OTHERS.has(tokens[cue.from - 1]?.word ?? ''))
    .filter((cue, _, all) => !all.some((wish) => isWishedBy(wish, cue, tokens)))
  const isMore = cues.some(({ rule }) => rule !== 'hearsay')
  return cues.filter(
    (cue) =>
      (cue.rule !== 'hearsay' || !isMore) &&
      (cue.rule !== 'confirmed' || !handsOn(cue, cues, tokens)),
  )
}

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
])

/** What says more goes first: a denial, a wish or what lies beside the ladder, then the longer, then the higher. */
function byWeight(a: PhraseMatch<StageWords>, b: PhraseMatch<StageWords>): number {
  return (
    weight(b.row) - weight(a.row) ||
    b.to - b.from - (a.to - a.from) ||
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
  const isLater = row.later !== undefined && isToCome(tokens, to)
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
    object: row.object === true,
    past: isPast(tokens, from, rung(stage) < 0),
    start,
    end,
    from,
    to,
  }
}

const PAST = new Set(
  'ago after formerly had originally previously since once was were until before earlier vor nach avant apres antes despues prima dopo depois'.split(
    ' ',
  ),
)

/** Words that make a rest history wherever they stand before it. Example: "two of them on a shelf". */
const LONG_AGO = new Set(
  'before durante during formerly had hatte jahrelang pendant previously'.split(' '),
)

/** A word of the past in the cue's clause, before it; for a rest, in the sentence. */
function isPast(tokens: Token[], from: number, isRest: boolean): boolean {
  const clause = tokens[from]?.clause
  const before = tokens.slice(0, from)
  if (isRest && before.some(({ word }) => LONG_AGO.has(word) || /^(?:19|20)\d\d$/.test(word)))
    return true
  return before.some((token) => token.clause === clause && PAST.has(token.word))
}

const TO_COME = new Set(
  `next soon later january february march april may june july august september october november
  december spring summer fall autumn winter q1 q2 q3 q4 weeks months tomorrow shortly`.split(/\s+/),
)
const AHEAD = 8 // words

/** A time to come, in the words that follow in the clause. */
function isToCome(tokens: Token[], to: number): boolean {
  const clause = tokens[to - 1]?.clause
  return tokens
    .slice(to, to + AHEAD)
    .some((token) => token.clause === clause && TO_COME.has(token.word))
}

/** Words that may follow "we are filming" with nothing else being filmed. */
const FOLLOWS = new Set(
  `in on at the it this that now for with and since right here there a our all through until down over
  next but as by from well already today again principal production photography to is was has under
  underway way begun began started so or we because while`.split(/\s+/),
)

function isAlone(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  if (!next || next.clause !== tokens[to - 1]?.clause) return true
  return FOLLOWS.has(next.word) || next.capital || /^\d/.test(next.word)
}
