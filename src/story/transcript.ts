import type { Person } from '../topic.ts'
import { foldedWords } from './fold.ts'
import { answersIn } from './interview.ts'
import type { Lens } from './lens.ts'
import type { Quoted } from './quote-marks.ts'
import type { Voice } from './voices.ts'

/** A paragraph of an interview in print: who speaks, and where the words begin. */
export type Turn = { voice: Voice; start: number }

/**
 * Who begins a paragraph: "CALLOWAY: ", "F&F: ", "A: ", "P. ", after a time or marks of bold print,
 * before a stage direction.
 */
const LEAD =
  /^\s*(?:\[?\d\d?:\d\d(?::\d\d)?\]?\s+)?\**((?:\p{Lu}[\p{L}'&-]*\.?)(?: (?:& )?\p{Lu}[\p{L}.'-]*){0,3})(?: [([][^)\]]{1,30}[)\]])?(?::\**|(?<=^\s*\p{Lu})\.)\**:?\**\s+/u

const FIRST_PERSON = /\b(?:i|i'\p{L}+|we|we're|we've|my|our|us|me)\b/iu

/**
 * The turns of an interview in print, by paragraph; null for a paragraph that nobody of the topic
 * speaks. `strangers` are people named in the text, by their last names.
 */
export function turnsOf(
  lens: Lens,
  paragraphs: string[],
  strangers: ReadonlyMap<string, Voice>,
): (Turn | null)[] {
  const leads = paragraphs.map((text) => LEAD.exec(text))
  if (leads.every((lead) => lead === null)) return unnamed(lens, paragraphs)
  const answering = isAsked(leads) ? firstPerson(lens, paragraphs) : null
  const turns = leads.map((lead): Turn | null => {
    const voice = lead && speakerOf(lens, strangers, lead[1] ?? '', answering)
    return voice ? { voice, start: lead[0].length } : null
  })
  const [first] = turns.filter((turn) => turn !== null)
  const loose = first ? answersIn(paragraphs) : new Set<number>()
  return turns.map((turn, i) => {
    if (turn || leads[i]) return turn
    return first && loose.has(i)
      ? { voice: first.voice, start: 0 }
      : goneOn(turns, leads, paragraphs, i)
  })
}

/** Questions and answers without names: whom the text brings up first answers. */
function unnamed(lens: Lens, paragraphs: string[]): (Turn | null)[] {
  const answers = answersIn(paragraphs)
  const voice = answers.size > 0 ? firstPerson(lens, paragraphs) : null
  return paragraphs.map((_, i) => (voice && answers.has(i) ? { voice, start: 0 } : null))
}

/** A paragraph without a lead amid an interview goes on an answer, if it says I. */
function goneOn(
  turns: (Turn | null)[],
  leads: (RegExpExecArray | null)[],
  paragraphs: string[],
  i: number,
): Turn | null {
  const before = leads[i] ? null : turns[i - 1]
  const isAmid = leads.slice(i + 1).some((lead) => lead !== null)
  const text = paragraphs[i] ?? ''
  if (!before || !isAmid || /["“”„«]/.test(text) || !FIRST_PERSON.test(text)) return null
  return { voice: before.voice, start: 0 }
}

/** What stands before a question and its answer, by language. */
const ASKING = [
  ['Q', 'A'],
  ['P', 'R'],
  ['D', 'R'],
  ['F', 'A'],
  ['Question', 'Answer'],
  ['Pregunta', 'Respuesta'],
  ['Frage', 'Antwort'],
  ['Question', 'Reponse'],
  ['Domanda', 'Risposta'],
  ['Pergunta', 'Resposta'],
]
const ANSWER = new Set(ASKING.map(([, answer]) => answer))

/** "Q:" and "A:". */
function isAsked(leads: (RegExpExecArray | null)[]): boolean {
  const printed = new Set(leads.map((lead) => lead?.[1]?.replace(/\.$/, '')))
  return ASKING.some((pair) => pair.every((word) => printed.has(word)))
}

/** Whom the text brings up first, of the topic's people. */
function firstPerson({ people, personOf }: Lens, paragraphs: string[]): Voice | null {
  const named = people && paragraphs.join('\n').match(people)?.[0]
  const person = named ? personOf.get(named) : undefined
  return person ? { name: person.name, role: person.role } : null
}

function speakerOf(
  lens: Lens,
  strangers: ReadonlyMap<string, Voice>,
  printed: string,
  answering: Voice | null,
): Voice | null {
  if (ANSWER.has(printed.replace(/\.$/, ''))) return answering
  const name = fold(printed)
  const { byName, byInitials } = castOf(lens)
  const person = byName.get(name)
  if (person) return { name: person.name, role: person.role }
  const capitals = printed.replaceAll('.', '')
  const initialled = (/^\p{Lu}{2,4}$/u.test(capitals) && byInitials.get(capitals)) || []
  const [only] = initialled
  if (only && initialled.length === 1) return { name: only.name, role: only.role }
  for (const [last, voice] of strangers)
    if (fold(last) === name || fold(voice.name) === name) return voice
  return null
}

function fold(name: string | null): string {
  return foldedWords(name ?? '').join(' ')
}

/** The topic's people by folded name or alias, and by initials, which several may share. */
type Cast = {
  byName: ReadonlyMap<string, Person>
  byInitials: ReadonlyMap<string, Person[]>
}

const casts = new WeakMap<Lens, Cast>()

/** The cast of a lens; made once for each. */
function castOf(lens: Lens): Cast {
  const known = casts.get(lens)
  if (known) return known
  const forms = [...lens.personOf].map(([form, person]) => [fold(form), person] as const)
  const initials = lens.topic.people.flatMap((person) =>
    [...new Set(initialsOf(person.name))].map((letters) => ({ letters, person })),
  )
  const grouped = Map.groupBy(initials, ({ letters }) => letters)
  const cast = {
    byName: new Map(forms.toReversed()), // of equal names the first one's
    byInitials: new Map(
      [...grouped].map(([letters, all]) => [letters, all.map(({ person }) => person)]),
    ),
  }
  casts.set(lens, cast)
  return cast
}

/** "RPK" and "RP" for Ruslan Pereira-Koh. */
function initialsOf(name: string): string[] {
  const of = (parts: string[]) => parts.map((part) => part.charAt(0).toUpperCase()).join('')
  return [of(name.split(/[ -]/)), of(name.split(' '))]
}

/** The marks of a text, a turn of an interview being one quotation whatever marks it holds. */
export function withTurns(marks: Quoted[], turns: (Turn | null)[], plain: string[]): Quoted[] {
  const kept = marks.filter(({ paragraph }) => !turns[paragraph])
  const spoken = turns.flatMap((turn, paragraph) =>
    turn
      ? [{ paragraph, start: turn.start, end: plain[paragraph]?.length ?? 0, continues: false }]
      : [],
  )
  return [...kept, ...spoken]
}
