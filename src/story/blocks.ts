import type { Quoted } from './quote-marks.ts'

/** A paragraph that announces words of somebody. Example: "Her post in full:" */
const ANNOUNCES =
  /(?:announcement|answer|caption|letter|memo|message|note|post|reply|response|said|says|statement|tweet|writes|written|wrote|reads?|words|dijo|escribio|comunicado|mensaje|schrieb|mitteilung|ecrit|communique|scritto|messaggio|escreveu|mensagem)(?!\p{L})[^.:“”"]{0,80}:$/u

const FIRST_PERSON =
  /(?<!\p{L})(?:i|i'\p{L}+|we|we'\p{L}+|my|our|us|me|yo|nosotros|ich|wir|je|j'|nous|io|noi|eu)(?!\p{L})/iu

/**
 * Paragraphs that are somebody's words without marks: those that a ">" leads, and the one after a
 * colon that announces words, if it says I or we. `plain` has accents off.
 */
export function blocksIn(plain: string[], marks: Quoted[]): Quoted[] {
  const marked = new Set(marks.map(({ paragraph }) => paragraph))
  return plain.flatMap((text, paragraph) => {
    const isQuoted = text.startsWith('>')
    const before = (plain[paragraph - 1] ?? '').toLowerCase().trim()
    const isTold = !isQuoted && ANNOUNCES.test(before) && FIRST_PERSON.test(text)
    if (marked.has(paragraph) || !(isQuoted || isTold)) return []
    const continues = isQuoted && plain[paragraph - 1]?.startsWith('>') === true
    return [{ paragraph, start: isQuoted ? 1 : 0, end: text.length, continues }]
  })
}
