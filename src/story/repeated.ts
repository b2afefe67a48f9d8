import { type KnownQuotation, type Quotation, sameness } from './quotations.ts'

export type Match = { quotation: Quotation; known: KnownQuotation; score: number }

/** Each quotation with the known one that it repeats, if any. */
export function matchQuotations(quotations: Quotation[], known: KnownQuotation[]): Match[] {
  return quotations.flatMap((quotation) => {
    const best = known
      .map((other) => ({ quotation, known: other, score: sameness(quotation.key, other.key) }))
      .filter(({ score, known: other }) => score > 0 && isSaidBySame(quotation, other, score))
      .sort((a, b) => b.score - a.score || (a.known.moment < b.known.moment ? -1 : 1))[0]
    return best ? [best] : []
  })
}

const SURE = 0.9
const LONG = 7 // words

/** One speaker, or one that a report does not name; a long one word for word is anybody's. */
function isSaidBySame(one: Quotation, other: KnownQuotation, score: number): boolean {
  const [name, known] = [one.speaker.name, other.speaker.name]
  if (name === known) return true
  const isUnnamed = (name === null || known === null) && one.speaker.role === other.speaker.role
  return isUnnamed || (score >= SURE && one.key.split(' ').length >= LONG)
}
