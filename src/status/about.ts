import { isGreenlitOrBeyond, type Stage } from '../stage.ts'
import type { FilmMention } from '../story/film-mention.ts'
import type { Focused } from '../story/focus.ts'
import { plainly } from '../story/letters.ts'
import { namesIn } from '../story/other-titles.ts'
import type { Passage } from '../story/passage.ts'
import { rankOf } from './authority.ts'
import type { Claim } from './claims.ts'

/**
 * Whether a claim is of the awaited film. Where the first film was named last, it stands for it in
 * a wish, or when something is said to rest or be worked on now; that it was made, shot and shown
 * is history.
 */
export function isAbout(claim: Claim, focused: Focused, passage: Passage): boolean {
  const { cue, focus } = claim
  if (focus === 'other') return false
  const { films, initial } = focused
  if (cue.stage === 'released') {
    const isNamed = films.some(({ kind }) => kind === 'awaited')
    const isCarried = initial === 'awaited' && focus === 'awaited' && films.length === 0
    return isNamed ? focus === 'awaited' : isCarried && !cue.past
  }
  if (isStrong(claim) && (isOfFirst(claim, focused, passage) || isUndone(claim))) return false
  if (focus === 'awaited') return true
  if (focus === 'unknown')
    return cue.stage === 'talks' || (initial !== 'unknown' && !isStrong(claim))
  if (cue.rule === 'pages' && (isWritten(claim, passage) || films.some(isFirst))) return false
  const isNamed = films.some(({ kind }) => kind === 'first' || kind === 'original')
  return !isStrong(claim) || (initial === 'awaited' && !cue.past && !isNamed)
}

function isFirst({ kind }: FilmMention): boolean {
  return kind === 'first'
}

/** "Ruiz, who wrote it": how the film that is out came to be. */
function isWritten({ cue, sentence }: Claim, { plain }: Passage): boolean {
  const words = (plain[sentence.paragraph] ?? '').slice(cue.start, cue.end).toLowerCase()
  return /^(?:co-)?(?:wrote|written|penned|scripted)\b/.test(words)
}

function isStrong({ cue }: Claim): boolean {
  return isGreenlitOrBeyond(cue.stage) && cue.modality !== 'denial'
}

/** Whether a sentence tells of the first film's making: it names it, or years no later than it. */
function isOfFirst({ sentence }: Claim, { films }: Focused, { lens }: Passage): boolean {
  if (films.some(({ kind }) => kind === 'awaited' || kind === 'sequel')) return false
  if (films.some(({ kind }) => kind === 'first' || kind === 'original')) return true
  const released = Number(lens.topic.first_film?.released?.slice(0, 4) ?? 0)
  const years = [...sentence.text.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year))
  return years.length > 0 && years.every((year) => year <= released)
}

/** "We were to shoot in March": what was planned is no plan. */
function isUndone({ cue }: Claim): boolean {
  return (
    cue.past && (cue.rule === 'start-set' || cue.rule === 'casting' || cue.rule === 'preparing')
  )
}

const LOOK_BACK = 4 // sentences

/**
 * Whether a claim of approval or more that would count is backed: its sentence names the awaited film, or the
 * headline claims as much, or the film is named shortly before, in the headline at the latest, and
 * nothing else is in between; under a headline that names it, each paragraph begins anew with it.
 */
export function isBacked(
  claim: Claim,
  passage: Passage,
  focused: Focused[],
  headline: Stage | null,
): boolean {
  if (claim.cue.stage === 'released' && isOfLast(claim, passage, focused)) return false
  const counts = isStrong(claim) && rankOf(claim.voice.role) >= rankOf('director')
  if (!counts) return true
  const at = passage.sentences.indexOf(claim.sentence)
  const isHeadline = headline !== null && isGreenlitOrBeyond(headline)
  const here = focused[at]
  const isNamedHere = here?.films.some(({ kind }) => kind === 'awaited' || kind === 'sequel')
  if (isHeadline && here?.initial === 'awaited') return isNamedHere || !bringsUp(passage, at)
  const first = claim.quote ? startOf(passage, claim, at) : at
  for (let i = at; i >= Math.max(0, first - LOOK_BACK); i--) {
    const films = focused[i]?.films ?? []
    if (films.some(({ kind }) => kind === 'awaited' || kind === 'sequel')) return true
    if (films.some((film) => isTopic(passage, i, film))) return false
    const isHere = passage.sentences[i]?.paragraph === claim.sentence.paragraph
    if ((isHere || here?.initial !== 'awaited') && bringsUp(passage, i)) return false
  }
  return focused[at]?.initial === 'awaited' || isHeadline
}

/** "The first film came out in 2017. It is streaming now": out is what was named last. */
function isOfLast({ sentence }: Claim, { sentences }: Passage, focused: Focused[]): boolean {
  const at = sentences.indexOf(sentence)
  const named = sentences
    .flatMap(({ paragraph }, i) =>
      paragraph === sentence.paragraph && i <= at ? (focused[i]?.films ?? []) : [],
    )
    .findLast(({ kind }) => kind !== 'work' && kind !== 'sequel')
  return named !== undefined && named.kind !== 'awaited'
}

/** Whether another film is what a sentence tells of, not what ours is set against. */
function isTopic({ plain, sentences }: Passage, i: number, { kind, start }: FilmMention): boolean {
  const text = plain[sentences[i]?.paragraph ?? -1] ?? ''
  return (
    kind === 'other' &&
    !/(?:away from|against|opposite|than|like|rival) ["“‘'«]?$/u.test(text.slice(0, start))
  )
}

/** The sentence in which a claim's quotation begins. */
function startOf({ sentences }: Passage, { quote, sentence }: Claim, at: number): number {
  const begins = sentences.findIndex(
    ({ paragraph, start, end }) =>
      paragraph === sentence.paragraph &&
      quote !== null &&
      start <= quote.start &&
      end > quote.start,
  )
  return begins < 0 ? at : begins
}

/** Before a place or somebody who is spoken to. */
const PLACE = plainly(
  /(?:^|[^\p{L}])(?:in|at|from|near|outside|to|told|with|a|au|aux|sur|chez|da|em|en|im|nach|auf|sulla|nella|nel) (?:(?:the|der|den|la|le|el|il) )?(?:\p{Ll}+ ){0,2}$/u,
)

/** Before a name, what somebody is: "designer Ana Ruiz"; not what is done: "filming Dry Run". */
const OFFICE =
  /(?:designer|composer|cinematographer|editor|agent|manager|analyst|critic|host|er|or|ist|man|woman) $/u

/** Whether a sentence holds capitals that may be another film, places and events aside. */
function bringsUp({ lens, plain, sentences }: Passage, i: number): boolean {
  const sentence = sentences[i]
  if (!sentence) return false
  const text = plain[sentence.paragraph] ?? ''
  return namesIn(lens, text, sentence.start, sentence.end).some(
    ({ start, end }) =>
      !(PLACE.test(text.slice(0, start)) || OFFICE.test(text.slice(0, start))) ||
      / (?:for|on|to) /.test(text.slice(start, end)),
  )
}
