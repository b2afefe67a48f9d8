import { plainly } from './letters.ts'
import type { Quoted } from './quote-marks.ts'

/** Said by somebody of themselves, in the languages that we read. */
const FIRST_PERSON = plainly(
  /(?<!\p{L})(?:i|i'\p{L}+|we|we'\p{L}+|my|our|yo|me|nosotros|hemos|ich|wir|mir|uns|je|j'|nous|io|noi|abbiamo|eu|nos|temos)(?!\p{L})/iu,
)
const MARKS = /["“”„«]|^['‘]/u

const LONGEST_QUESTION = 220 // characters
const LEAST = 2 // questions and answers: one may be a reporter's way of putting things

/**
 * Which paragraphs answer a question that stands alone before them, in an interview printed without
 * names; none where fewer than two do. Paragraphs that go on an answer count as well.
 */
export function answersIn(paragraphs: string[]): Set<number> {
  const isQuestion = paragraphs.map(
    (text) => /\?\**$/.test(text.trim()) && text.length < LONGEST_QUESTION && !MARKS.test(text),
  )
  if (isQuestion.filter(Boolean).length < LEAST) return new Set()
  const last = isQuestion.lastIndexOf(true)
  const answers = paragraphs.flatMap((text, i) => {
    const isAfter = isQuestion[i - 1] && !isQuestion[i]
    return isAfter && FIRST_PERSON.test(text) && !MARKS.test(text) ? [i] : []
  })
  if (answers.length < LEAST) return new Set()
  const goneOn = answers.flatMap((i) => (i + 1 < last && isPlainAnswer(i + 1) ? [i + 1] : []))
  return new Set([...answers, ...goneOn])

  function isPlainAnswer(i: number): boolean {
    const text = paragraphs[i] ?? ''
    return !isQuestion[i] && FIRST_PERSON.test(text) && !MARKS.test(text)
  }
}

/**
 * Which paragraphs only ask what the next one, all of it in marks, answers: whoever they name is not
 * who speaks. None where fewer than two of them are questions.
 */
export function promptsIn(paragraphs: string[], marks: Quoted[]): Set<number> {
  const marked = Map.groupBy(marks, ({ paragraph }) => paragraph)
  const prompts = paragraphs.flatMap((text, i) => {
    const [answer, ...others] = marked.get(i + 1) ?? []
    const length = paragraphs[i + 1]?.length ?? 0
    const isAll = answer && others.length === 0 && answer.start <= 1 && answer.end >= length - 2
    return isAll && !marked.has(i) && text.length < LONGEST_QUESTION ? [i] : []
  })
  const asked = prompts.filter((i) => /\?\**$/.test(paragraphs[i]?.trim() ?? ''))
  return new Set(asked.length < LEAST ? [] : prompts)
}
