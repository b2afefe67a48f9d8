import { rung } from '../stage.ts'
import type { Token } from '../story/tokens.ts'
import type { Cue } from './cues.ts'
import { words } from './word-set.ts'

/**
 * Whether words of an end, a rest or a release are told of something else than a film: "its premiere
 * was cancelled", "the cancelled television series", "Ruiz paused", "a draft that opened with a storm".
 */
export function isOfAnother(cue: Cue, tokens: Token[]): boolean {
  if (cue.rule === 'revived') return isNoun(cue, tokens)
  if (cue.rule === 'wrapped') return tokens[cue.from - 1]?.word === 'under' // "under wraps"
  if (cue.rule === 'greenlit') return isVote(cue, tokens)
  if (cue.stage === 'released') return isOfPages(cue, tokens) || isEarning(cue, tokens)
  if (rung(cue.stage) >= 0) return false
  const before = tokens.slice(Math.max(0, cue.from - 2), cue.from)
  return (
    before.some(({ word }) => EVENTS.has(word)) || isEnded(cue, tokens) || isBreath(cue, tokens)
  )
}

/** "83 percent of users gave it a thumbs-up": liked, not approved. */
function isVote({ from }: Cue, tokens: Token[]): boolean {
  return tokens.slice(Math.max(0, from - VOTERS_NEAR), from).some(({ word }) => VOTERS.has(word))
}

const VOTERS_NEAR = 4 // words
const VOTERS =
  words(`audiences critics moviegoers percent raters readers reviewers subscribers users
  viewers voters`)

/** "This isn't a rescue": what it is not denies no work. */
function isNoun({ from, to, modality }: Cue, tokens: Token[]): boolean {
  return to - from === 1 && modality === 'denial' && tokens[from - 1]?.word === 'a'
}

const RELATIVE = words('which that who')

/** "A sequel to the comedy, which earned $143 million". */
function isEarning({ from }: Cue, tokens: Token[]): boolean {
  return tokens.slice(Math.max(0, from - 2), from).some(({ word }) => RELATIVE.has(word))
}

/** What a script or its pieces do. Example: "The first draft opened with a funeral". */
const PAGES = words(
  `act book chapter cut draft episode footage novel outline pilot reel scene screenplay script
  sequence story teaser trailer treatment version`,
)
const OPENED = words('opened opens opening')

function isOfPages({ from, to }: Cue, tokens: Token[]): boolean {
  const isOpening = tokens.slice(from, to).some(({ word }) => OPENED.has(word))
  return isOpening && tokens.slice(0, from).some(({ word }) => PAGES.has(word))
}

/** What is called off or rests without the film. Example: "whose release was cancelled". */
const EVENTS = words(
  `concert episode event festival flight gig panel party premiere release screening screenings serie
  series show sitcom soap tour`,
)
const SERIES = words('programme program season series show sitcom soap telenovela tour')
const NEAR = 3 // words: "the cancelled cable television series"

/** "Turned the cancelled television series into a hit". */
function isEnded({ from, to }: Cue, tokens: Token[]): boolean {
  if (to - from > 1) return false
  const clause = tokens[from]?.clause
  const after = tokens.slice(to, to + NEAR).filter((token) => token.clause === clause)
  const at = after.findIndex(({ word }) => SERIES.has(word))
  return at >= 0 && after.slice(0, at).every(({ word }) => !PARTING.has(word))
}

/** Words after which a series is no longer what was cancelled. */
const PARTING = words(
  'a after an as by film for her his in its movie of on our sequel the their to',
)

const BREATHS = words('pause paused pauses pausing stalled stalling stalls')
const SOMEBODY = words('he she i who')
const NOBODY = words(
  'production filming shooting work development everything sequel film movie project it photography is are was were am been be',
)
const GOING_ON = words('a and before briefly for long mid-sentence then to when')

/** "Asked about it, Ruiz paused": somebody who draws breath. */
function isBreath({ from, to }: Cue, tokens: Token[]): boolean {
  if (to - from > 1 || !BREATHS.has(tokens[from]?.word ?? '')) return false
  const who = tokens[from - 1]
  const next = tokens[to]
  if (!who || NOBODY.has(who.word)) return false
  const isIntransitive = !next || next.clause !== tokens[from]?.clause || GOING_ON.has(next.word)
  return isIntransitive && (SOMEBODY.has(who.word) || who.capital)
}
