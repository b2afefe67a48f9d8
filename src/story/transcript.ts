import { foldedWords } from './fold.ts'
import type { Lens } from './lens.ts'
import type { Quoted } from './quote-marks.ts'
import type { Voice } from './voices.ts'

/** A paragraph of an interview in print: who speaks, and where the words begin. */
export type Turn = { voice: Voice; start: number }

const LEAD = /^\s*((?:\p{Lu}[\p{L}.'-]*)(?: \p{Lu}[\p{L}.'-]*){0,3}):\s+/u

/** "CALLOWAY: I would love to." Null for a paragraph that no person of the topic begins so. */
export function turnOf(lens: Lens, plain: string): Turn | null {
  const match = LEAD.exec(plain)
  if (!match) return null
  const name = foldedWords(match[1] ?? '').join(' ')
  for (const [form, person] of lens.personOf)
    if (foldedWords(form).join(' ') === name)
      return { voice: { name: person.name, role: person.role }, start: match[0].length }
  return null
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
