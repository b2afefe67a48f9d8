import { isCompany } from './aside.ts'
import type { Lens } from './lens.ts'
import type { Mention, Place } from './mentions.ts'
import type { Voice, VoiceRole } from './voices.ts'

/** Somebody mentioned outside quotation marks, pronouns and roles resolved as far as known. */
export type Met = Place & {
  kind: Mention['kind']
  voice: Voice | null
  /** Whether the sentence is told after them: "According to Ana Ruiz, …". */
  source: boolean
}

/** Whom the text has brought up so far: what "she" and "the director" may mean. */
export type Memory = {
  subject: Voice | null
  speaker: Voice | null
  seen: Voice[]
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
      return mention.voice
    case 'noun':
      return byNoun(lens, memory, mention.role, mention.word)
    case 'pronoun': {
      const before = near.find((other) => isAntecedent(other) && other.end <= mention.start)
      return (after ? null : before?.kind === 'named' ? before.voice : null) ?? memory.subject
    }
  }
}

/** "The director": who was last spoken of and has that role, or the topic's only one. */
function byNoun(lens: Lens, memory: Memory, role: VoiceRole, word: string): Voice {
  if (/^(?:spokes|rep)/.test(word)) return { name: null, role }
  const isOffice = word === 'studio'
  const seen = memory.seen.find(
    (voice) => voice.role === role && voice.name !== null && isCompany(lens, voice) === isOffice,
  )
  if (seen) return seen
  const holders = lens.topic.people.filter((person) => person.role === role)
  const [only] = isOffice ? [] : holders
  return holders.length === 1 && only ? { name: only.name, role } : { name: null, role }
}

function isAntecedent(mention: Mention): boolean {
  return (
    mention.kind === 'named' && mention.voice.name !== null && !mention.aside && !mention.guessed
  )
}

/** After a sentence, who spoke in it, or its first person, is what a pronoun means. */
export function learn(lens: Lens, memory: Memory, met: Met[], spoke: Voice | null): void {
  const sure = met.filter(({ voice, guessed }) => voice?.name && !guessed)
  const people = sure.flatMap(({ voice, kind }) => (voice && kind !== 'pronoun' ? [voice] : []))
  memory.seen = [...people.toReversed(), ...memory.seen]
  const persons = sure.filter(({ voice }) => voice && !isCompany(lens, voice))
  const told = persons.find(({ source }) => source) ?? persons.find(({ aside }) => !aside)
  const first = (told ?? persons[0])?.voice
  memory.subject = spoke ?? first ?? memory.subject
}
