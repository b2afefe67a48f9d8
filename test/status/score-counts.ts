import type { Pair } from './score.ts'

/** What was found rightly, found too much, and not found. */
export type Tally = { right: number; extra: number; missed: number }

/** Counts pairs of what is wanted and what is had. */
export function tallied<T>(items: T[], of: (item: T) => [boolean, boolean]): Tally {
  const answers = items.map(of)
  return {
    right: answers.filter(([want, have]) => want && have).length,
    extra: answers.filter(([want, have]) => !want && have).length,
    missed: answers.filter(([want, have]) => want && !have).length,
  }
}

/** Who speaks in each article, by name. */
export function tallySpeakers(pairs: Pair[]): Tally {
  const names = pairs.flatMap(({ want, have }) => {
    const wanted = namesOf(want.statements ?? [])
    const had = namesOf(have.statements)
    return [...new Set([...wanted, ...had])].map((name): [boolean, boolean] => [
      wanted.has(name),
      had.has(name),
    ])
  })
  return tallied(names, (name) => name)
}

function namesOf(statements: { speaker: string | null }[]): Set<string> {
  return new Set(statements.flatMap(({ speaker }) => (speaker ? [folded(speaker)] : [])))
}

/** Words in lower case, without marks. */
export function folded(text: string | null): string {
  const plain = (text ?? '').normalize('NFKC').toLowerCase().replace(/[’‘']/g, '')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
