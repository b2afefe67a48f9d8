import type { Article } from '../article.ts'
import type { Focused } from '../story/focus.ts'
import type { Passage } from '../story/passage.ts'
import type { Quotation } from '../story/quotations.ts'
import { isOnRecord } from './authority.ts'
import type { Statement, Undated } from './statements.ts'

/**
 * Quotations that claim no stage but are about the film: what its people say where the text is
 * about it, and what anybody says beside a statement of theirs.
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
      if (!sentence) return []
      const { role } = quotation.speaker
      const isHeard = isOnRecord(role) || role === 'insider'
      const isOurs = isHeard && isOfFilm(passage, focused, quotation)
      const isOther = focused[at]?.before === 'other'
      if (!isOurs && (isOther || !found.some((speech) => isNear(speech, quotation)))) return []
      const isHint = isOurs && role === 'insider'
      const statement = besideStatement(`${article.id}#b${i}`, quotation, isHint)
      return [{ statement, sentence, quoteEnd: quotation.span.end }]
    })
}

const NEAR = 2 // paragraphs: an answer, the next question and its answer

/** Whether the text is not of another film where a quotation stands, or names ours close by. */
function isOfFilm({ sentences }: Passage, focused: Focused[], { span }: Quotation): boolean {
  return sentences.some((sentence, i) => {
    const { films = [], before = 'other', after = 'other' } = focused[i] ?? {}
    const isHere =
      sentence.paragraph === span.paragraph &&
      sentence.start < span.end &&
      sentence.end > span.start
    const isNamed = films.some(({ kind }) => kind === 'awaited')
    const isOurs = isNamed || films.some(({ kind }) => kind === 'first')
    if (isHere && after !== 'other' && (before !== 'other' || isOurs)) return true
    return isNamed && Math.abs(span.paragraph - sentence.paragraph) <= NEAR
  })
}

/** Close to a statement of the same speaker. */
function isNear({ statement, sentence }: Undated, { speaker, span }: Quotation): boolean {
  const isSame = statement.speaker === speaker.name && statement.role === speaker.role
  return isSame && Math.abs(span.paragraph - sentence.paragraph) <= NEAR
}

/** What an insider says of the film is a rumour, whatever it hints at. */
function besideStatement(
  id: string,
  { words, speaker, key }: Quotation,
  isHint: boolean,
): Statement {
  return {
    id,
    speaker: speaker.name,
    role: speaker.role,
    quote: words,
    evidence: words,
    givenTo: null,
    saidOn: null,
    stage: isHint ? 'rumored' : null,
    modality: isHint ? 'rumor' : 'fact',
    rule: 'beside',
    quoteKey: key,
    recalled: false,
  }
}
