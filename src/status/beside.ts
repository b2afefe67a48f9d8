import type { Article } from '../article.ts'
import type { Focused } from '../story/focus.ts'
import type { Passage } from '../story/passage.ts'
import type { Quotation } from '../story/quotations.ts'
import type { Claim } from './claims.ts'
import type { Statement, Undated } from './statements.ts'

/**
 * Quotations that say nothing of the status by themselves but belong to what their speaker says of
 * the film: in the same paragraph as a statement of theirs, or the one before or after.
 */
export function besideOf(
  article: Article,
  passage: Passage,
  focused: Focused[],
  quotations: Quotation[],
  found: Undated[],
): Undated[] {
  const read = new Set(found.flatMap(({ statement }) => statement.quoteKey ?? []))
  return quotations
    .filter(({ key, speaker }) => !read.has(key) && speaker.role !== 'outlet')
    .flatMap((quotation, i) => {
      const at = passage.sentences.findIndex(
        ({ paragraph, start, end }) =>
          paragraph === quotation.span.paragraph &&
          start <= quotation.span.start &&
          end > quotation.span.start,
      )
      const sentence = passage.sentences[at]
      const speech = found.find(({ statement, claim }) => isNear(statement, claim, quotation))
      if (!sentence || !speech || focused[at]?.before === 'other') return []
      return [
        {
          statement: besideStatement(`${article.id}#b${i}`, quotation),
          claim: { ...speech.claim, sentence },
        },
      ]
    })
}

function isNear(statement: Statement, claim: Claim, quotation: Quotation): boolean {
  const apart = quotation.span.paragraph - claim.sentence.paragraph
  const isSame =
    statement.speaker === quotation.speaker.name && statement.role === quotation.speaker.role
  return isSame && apart >= -1 && apart <= 1
}

function besideStatement(id: string, { words, speaker, key }: Quotation): Statement {
  return {
    id,
    speaker: speaker.name,
    role: speaker.role,
    quote: words,
    evidence: words,
    givenTo: null,
    saidOn: null,
    stage: null,
    modality: 'fact',
    rule: 'beside',
    quoteKey: key,
    recalled: false,
  }
}
