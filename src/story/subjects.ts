import type { Place } from './mentions.ts'

/** Letters between a guessed name and its verb: only right beside it is it a speaker. */
const BESIDE = 3
/** The same where somebody surer stands before: no comma between. */
const AT_ONCE = 1
/** The same where nobody else stands before: "Ana Ruiz sighed and said". */
const ALONE = 30
const NEAR = 60

/** Who may be the subject of a verb at `verb`, of those who stand before it. */
function before<T extends Place>(places: T[], verb: number): T[] {
  const all = places.filter(({ end, aside }) => end <= verb && !aside)
  const isAlone = all.length === 1
  const reach = all.some(({ guessed }) => !guessed) ? AT_ONCE : isAlone ? ALONE : BESIDE
  return all.filter(({ end, guessed }) => !guessed || verb - end <= reach)
}

/** "with Ana Ruiz saying": a participle's subject stands right before it, whatever leads it. */
export function participleSubject<T extends Place>(
  plain: string,
  places: T[],
  verb: number,
): T | undefined {
  const isParticiple = /^\p{L}+ing(?!\p{L})/u.test(plain.slice(verb, verb + 20))
  return isParticiple ? places.find(({ end }) => verb - end === AT_ONCE) : undefined
}

/** The subject of a verb of saying before its words: the nearest, else the sentence's first. */
export function subjectBefore<T extends Place>(places: T[], verb: number): T | undefined {
  const subjects = before(places, verb)
  return subjects.findLast(({ end }) => verb - end < 25) ?? subjects[0]
}

/** The subject of a verb after a quotation that ends at `start`: beside it, before or behind. */
export function subjectAfter<T extends Place>(
  places: T[],
  verb: number,
  start: number,
): T | undefined {
  const near = before(places, verb).findLast(({ end }) => verb - end < NEAR)
  if (near) return near
  return verb - start < 40 ? follower(places, verb) : undefined
}

/** Who follows a verb: "said Ana Ruiz", "sagte der Regisseur". A name outweighs a guess. */
export function follower<T extends Place>(places: T[], verb: number): T | undefined {
  const follows = places.filter(({ start, aside }) => start > verb && start - verb < NEAR && !aside)
  return follows.find(({ guessed }) => !guessed) ?? follows[0]
}
