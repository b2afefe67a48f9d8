import { isCompany } from './aside.ts'
import { type Gender, genderOf, genderOfWord } from './given-names.ts'
import type { Lens } from './lens.ts'
import type { Mention, Place } from './mentions.ts'
import { INSIDER, type Voice, type VoiceRole } from './voices.ts'

/** Somebody mentioned outside quotation marks, pronouns and roles resolved as far as known. */
export type Met = Place & {
  kind: Mention['kind']
  voice: Voice | null
  /** Whether the sentence is told after them: "According to Ana Ruiz, …". */
  source: boolean
  /** Whether it is "the studio", which is no person. */
  isOffice: boolean
}

/** Whom the text has brought up so far: what "she" and "the director" may mean. */
export type Memory = {
  subject: Voice | null
  speaker: Voice | null
  seen: Voice[]
  /** The one person of a role whom the text names anywhere, for an office told before its holder. */
  named: (role: VoiceRole) => Voice | null
}

/**
 * Who a mention is. A pronoun in a closing attribution ("…, she said") is never somebody named in
 * the sentence itself; elsewhere it may be.
 */
export function resolve(
  lens: Lens,
  memory: Memory,
  mention: Mention,
  near: Mention[],
  after = false,
): Voice | null {
  switch (mention.kind) {
    case 'named':
      return mention.or ? sharer(memory, mention.voice, mention.or) : mention.voice
    case 'noun':
      if (
        mention.ofOther &&
        !OFFICE.test(mention.word) &&
        memory.subject?.name &&
        !isCompany(lens, memory.subject)
      )
        return memory.subject
      return mention.isIndefinite
        ? byIndefinite(mention.role, mention.word)
        : byNoun(lens, memory, mention.role, mention.word)
    case 'pronoun': {
      const gender = genderOfWord(mention.word)
      const before = near.find(
        (other) => other.end <= mention.start && (isAntecedent(other) || isPronoun(other, gender)),
      )
      const subject = (before?.kind === 'named' && !after ? before.voice : null) ?? memory.subject
      return ofGender(lens, memory, subject, gender)
    }
  }
}

/** Of several with one name, who spoke last, else who was last spoken of. */
function sharer(memory: Memory, first: Voice, all: Voice[]): Voice {
  const names = new Set(all.map(({ name }) => name))
  const met = [memory.speaker, memory.subject, ...memory.seen]
  const last = met.find((voice) => voice !== null && names.has(voice.name))
  return last ?? first
}

/** "She" is not a man whom the text has just named, but the last woman before. */
function ofGender(
  lens: Lens,
  { seen, speaker }: Memory,
  subject: Voice | null,
  gender: Gender | null,
): Voice | null {
  if (!gender || !subject?.name) return subject
  if (isFitting(subject, gender) && !isCompany(lens, subject)) return subject
  const fitting = [...(speaker ? [speaker] : []), ...seen].find(
    (voice) => voice.name !== null && !isCompany(lens, voice) && isFitting(voice, gender),
  )
  return fitting ?? subject
}

function isFitting({ name }: Voice, gender: Gender): boolean {
  const own = name === null ? null : genderOf(name)
  return own === null || own === gender
}

/**
 * "A spokesperson" speaks for the studio, "an executive" gives no name; "one producer" may be
 * anybody's, and answers for nothing.
 */
function byIndefinite(role: VoiceRole, word: string): Voice {
  if (role !== 'studio') return { name: null, role: 'other' }
  return SPOKESPERSON.test(word) ? { name: null, role } : INSIDER
}

/** Nouns for a company, not for somebody of it. */
export const OFFICE =
  /^(?:studio|company|streamer|estudio|compania|empresa|societe|konzern|streamingdienst|plattform|plataforma|plateforme|piattaforma)$/

const SPOKESPERSON = /^(?:spokes|rep|sprecher|port(?:a|e)-?(?:voz|voce|parole))/

/** Said of a producer or a writer as well, where the text is of them. */
const FILMMAKER = /^(?:film-?maker|cineast)/

const MAKERS: ReadonlySet<VoiceRole> = new Set(['director', 'producer', 'writer'])

/** "The director": who was last spoken of and has that role, or the topic's only one. */
function byNoun(lens: Lens, memory: Memory, role: VoiceRole, word: string): Voice {
  if (SPOKESPERSON.test(word)) return { name: null, role }
  const isOffice = OFFICE.test(word)
  const gender = genderOfWord(word)
  const maker = MAKERS.has(role) || role === 'author' ? memory.subject : null
  const isMaker = maker?.name != null && MAKERS.has(maker.role) && isOfGender(maker, gender)
  if (isMaker && FILMMAKER.test(word)) return maker
  const seen = memory.seen.find(
    (voice) =>
      voice.role === role &&
      voice.name !== null &&
      isCompany(lens, voice) === isOffice &&
      isOfGender(voice, gender),
  )
  if (seen) return seen
  if (role === 'other') return lastStranger(memory) ?? { name: null, role }
  if (isMaker && role === 'director') return maker
  const holders = lens.topic.people.filter((person) => person.role === role)
  const [only] = isOffice ? [] : holders
  if (holders.length === 1 && only) return { name: only.name, role }
  if (holders.length === 0 && role === 'author' && isMaker) return maker // "its creator"
  return (isOffice ? null : memory.named(role)) ?? { name: null, role }
}

/** "The YouTuber": who was last spoken of and is none of the film's. */
function lastStranger({ subject, seen }: Memory): Voice | undefined {
  const isStranger = (voice: Voice | null) =>
    voice?.name != null && /^(?:other|insider)$/.test(voice.role)
  return isStranger(subject) ? (subject ?? undefined) : seen.find(isStranger)
}

function isPersonName(name: string | null): boolean {
  return name !== null && genderOf(name) !== null
}

function isOfGender(voice: Voice, gender: Gender | null): boolean {
  return gender === null || isFitting(voice, gender)
}

/** "He and Ruiz want it, he said": the second "he" is the first, not whom it names between. */
function isPronoun(mention: Mention, gender: Gender | null): boolean {
  return gender !== null && mention.kind === 'pronoun' && genderOfWord(mention.word) === gender
}

function isAntecedent(mention: Mention): boolean {
  return (
    mention.kind === 'named' && mention.voice.name !== null && !mention.aside && !mention.guessed
  )
}

/**
 * After a sentence, who spoke in it, or its first person, is what a pronoun means; one who is named
 * only aside ("a film by …") only where there was nobody before.
 */
export function learn(lens: Lens, memory: Memory, met: Met[], spoke: Voice | null): void {
  const sure = met.filter(
    ({ voice, guessed }) => voice !== null && (!guessed || isPersonName(voice.name)),
  )
  const named = sure.filter(({ voice, kind }) => voice?.name && kind !== 'pronoun').toReversed()
  const people = [...named.filter(({ aside }) => !aside), ...named.filter(({ aside }) => aside)]
  memory.seen = [...people.flatMap(({ voice }) => voice ?? []), ...memory.seen]
  const persons = sure.filter(
    ({ voice, isOffice }) => voice && !isOffice && !isCompany(lens, voice),
  )
  const told = persons.find(({ source }) => source) ?? persons.find(({ aside }) => !aside)
  memory.subject = spoke ?? told?.voice ?? memory.subject ?? persons[0]?.voice ?? null
}
