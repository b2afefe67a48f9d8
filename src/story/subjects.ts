import type { Place } from './mentions.ts'

/** Letters between a guessed name and its verb: only right beside it is it a speaker. */
const BESIDE = 3
const NEAR = 60

/** Who may be the subject of a verb at `verb`, of those who stand before it. */
function before<T extends Place>(places: T[], verb: number): T[] {
  return places.filter(
    ({ end, aside, guessed }) => end <= verb && !aside && (!guessed || verb - end <= BESIDE),
  )
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
