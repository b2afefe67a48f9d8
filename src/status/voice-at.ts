import type { Met } from '../story/antecedents.ts'
import { matches } from '../story/found.ts'
import { plainly } from '../story/letters.ts'
import type { Passage, Told } from '../story/passage.ts'
import type { Attributed } from '../story/quote-context.ts'
import { sayVerbsIn } from '../story/say-verbs.ts'
import { follower, subjectBefore } from '../story/subjects.ts'
import { INSIDER, OUTLET, type Voice } from '../story/voices.ts'
import type { Cue } from './cues.ts'

/** Who says a cue: in quotation marks their speaker, in prose who is said to say it. */
export type Heard = { voice: Voice; quote: Attributed | null }

/** Finds the voice behind a cue of a sentence. */
export function voiceAt(passage: Passage, sentence: Told, cue: Cue): Heard {
  const quote = passage.quotes.find(
    (mark) =>
      mark.paragraph === sentence.paragraph && mark.start <= cue.start && mark.end >= cue.end,
  )
  if (quote)
    return { voice: toldOf(passage, sentence, cue, quote) ?? quote.speaker ?? OUTLET, quote }
  return { voice: proseVoice(passage, sentence, cue), quote: null }
}

/** "Your producer, Ana Ruiz, told Reel Post that you start in May," a host says: it is her word. */
function toldOf(
  { lens, plain }: Passage,
  { paragraph, start }: Told,
  cue: Cue,
  { speaker }: Attributed,
): Voice | null {
  if (!lens.people || speaker?.role !== 'other') return null
  const lead = (plain[paragraph] ?? '').slice(start, cue.start)
  const named = matches(lens.people, lead).find(({ end }) => REPORTED_SAYING.test(lead.slice(end)))
  const person = named && lens.personOf.get(named.text)
  return person ? { name: person.name, role: person.role } : null
}

const REPORTED_SAYING =
  /^,? (?:has |had )?(?:said|told|confirmed|announced|revealed|promised)(?: [^,.;:]{1,50})? that /

function proseVoice(passage: Passage, sentence: Told, cue: Cue): Voice {
  const low = blanked(passage, sentence)
  const source = sentence.met.find((mention) => mention.source && mention.end <= cue.start)
  if (source?.voice) return source.voice
  const verbs = sayVerbsIn(low).map((verb) => verb.start + sentence.start)
  const lead = verbs.findLast(
    (verb) =>
      verb < cue.end &&
      !isPassive(low, verb - sentence.start) &&
      !isUnsaid(low, verb - sentence.start) &&
      !WORK.test(low.slice(verb - sentence.start)),
  )
  const told =
    lead === undefined ? '' : low.slice(lead - sentence.start, cue.start - sentence.start)
  if (HEARSAY.test(told)) return INSIDER
  if (lead !== undefined && isReporters(low, lead - sentence.start, cue.start - sentence.start))
    return OUTLET
  const leader = lead === undefined ? null : (subjectBefore(sentence.met, lead)?.voice ?? null)
  if (leader) return leader
  const tail = verbs.find((verb) => verb >= cue.end)
  const trailer = tail === undefined ? null : closingSubject(sentence, low, tail)
  return (
    trailer ??
    accordingTo(sentence, low) ??
    wisher(sentence.met, cue) ??
    plainVoice(sentence, low.slice(0, cue.end - sentence.start + SAID_TO))
  )
}

/** “…,” whispers one insider of the film, which has been on ice since May: the reporter's clause. */
function isReporters(low: string, verb: number, cue: number): boolean {
  return (
    /^[\s.,"“”‘’«»]+$/u.test(low.slice(0, verb)) &&
    /, which (?:has|had|have|was|were|is)(?!\p{L})/u.test(low.slice(verb, cue))
  )
}

/** "Northlight has not announced a sequel" is the reporter's word, not the studio's. */
const UNSAID = plainly(
  /(?:^|[^\p{L}])(?:not|never|neither|nor|nobody|n't|yet to|has yet|refused to|refuses to|without) (?:[\p{L}-]+ ){0,3}$/u,
)
const ANNOUNCING = /^(?:announc|confirm|reveal|comment|respond|address|said|say|set|shar|told|tell)/

function isUnsaid(low: string, verb: number): boolean {
  return ANNOUNCING.test(low.slice(verb)) && UNSAID.test(low.slice(Math.max(0, verb - 60), verb))
}

/** Writing a film is no saying. Example: "wrote the 2016 original before a suit halted the next". */
const WORK =
  /^(?:wrote|writes|written|writing) (?:the|a|an|his|her|its|their|two|three|most|and|all)(?!\p{L})/u

/** "denied reports that it is": what is told is what others claim. */
const HEARSAY =
  /\b(?:reports?|rumou?rs?|claims|speculation|suggestions?|stories|gossip) (?:that|of|about|claiming|saying|suggesting)\b/

const PASSIVE =
  /(?:^|\s)(?:was|were|is|are|been|being|be|gets?|got)(?: (?:officially|finally|formally|just|recently|not|now))? $/

/** "was announced": who stands before it is not who speaks. */
function isPassive(low: string, verb: number): boolean {
  if (/^\p{L}+ing\b/u.test(low.slice(verb))) return false
  return PASSIVE.test(low.slice(Math.max(0, verb - 24), verb))
}

const SAID_TO = 15 // characters: "the shoot is said to last"

/** The sentence in lower case, without what stands in quotation marks. */
function blanked(passage: Passage, sentence: Told): string {
  const plain = passage.plain[sentence.paragraph] ?? ''
  let low = plain.slice(sentence.start, sentence.end).toLowerCase()
  for (const mark of passage.quotes) {
    if (
      mark.paragraph !== sentence.paragraph ||
      mark.end <= sentence.start ||
      mark.start >= sentence.end
    )
      continue
    const from = Math.max(0, mark.start - sentence.start)
    const to = Math.min(low.length, mark.end - sentence.start)
    low = low.slice(0, from) + ' '.repeat(to - from) + low.slice(to)
  }
  return low
}

/** "…, Ana Ruiz said" and "…, says Ana Ruiz": the words right beside the verb. */
function closingSubject({ met, start }: Told, low: string, verb: number): Voice | null {
  const before = met.findLast(({ end, aside }) => end <= verb && verb - end < 30 && !aside)
  if (
    before?.voice &&
    /[,"”’'»]\s*(?:the |\p{L}+ ){0,3}$/u.test(low.slice(0, before.start - start))
  )
    return before.voice
  const isInverted =
    /[,"”’'»–—-]\s*(?:(?:ha|han|hat|haben|a|ont) )?(?:(?:fait|fatto|hecho|feito|hizo|fez) )?$/u.test(
      low.slice(0, verb - start),
    )
  return isInverted ? (follower(met, verb)?.voice ?? null) : null
}

const ACCORDING = plainly(
  /(?<!\p{L})(?:according to|per|laut|zufolge|segun|selon|secondo|segundo) (?:the |an? |her |his |our )?(?:\p{L}+ ){0,3}$/u,
)

function accordingTo({ met, start }: Told, low: string): Voice | null {
  const named = met.find((mention) => ACCORDING.test(low.slice(0, mention.start - start)))
  if (named?.voice) return named.voice
  return /\b(?:according to|per) /.test(low) ? INSIDER : null
}

/** Who wants or talks says so: "Ana Ruiz is ready to return". Fans and markets do not count. */
function wisher(met: Met[], cue: Cue): Voice | null {
  if (cue.modality !== 'wish') return null
  const near = met.findLast(({ end, aside, guessed }) => end <= cue.start && !aside && !guessed)
  return near && cue.start - near.end < 80 && near.voice?.role !== 'studio' ? near.voice : null
}

const REPORTED =
  /\b(?:reportedly|rumou?red|rumou?rs?|report (?:claimed|claims|said|says|that)|is said to|are said to|has learned|hears|angeblich|supuestamente)\b/

function plainVoice({ met }: Told, low: string): Voice {
  const isInsider = met.some(({ voice }) => voice?.role === 'insider') || REPORTED.test(low)
  return isInsider ? INSIDER : OUTLET
}
