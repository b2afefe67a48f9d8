import { plainly } from './letters.ts'
import type { Quoted } from './quote-marks.ts'

/** A paragraph that announces words of somebody. Example: "Her post in full:" */
const ANNOUNCES = plainly(
  /(?:announcement|answer|caption|letter|memo|message|note|post|reply|response|said|says|statement|tweet|writes|written|wrote|reads?|words|dijo|escribio|comunicado|mensaje|schrieb|mitteilung|ecrit|communique|scritto|messaggio|escreveu|mensagem)(?!\p{L})[^.:“”"]{0,80}:$/u,
)

const FIRST_PERSON = plainly(
  /(?<!\p{L})(?:i|i'\p{L}+|we|we'\p{L}+|my|our|us|me|yo|nosotros|ich|wir|je|j'|nous|io|noi|eu)(?!\p{L})/iu,
)

/** Who posted what stands before: "Boots on. — Ana Ruiz (@anaruiz) March 4, 2022". */
const POST = /\s[—–-]{1,2} ?(?=\p{Lu}[^()]{2,40} \(@\w{2,30}\))/u

/**
 * What is somebody's words without marks: posts as pages embed them, paragraphs that a ">" leads,
 * and the one after a colon that announces words, if it says I or we. `plain` has accents off.
 */
export function blocksIn(plain: string[], marks: Quoted[]): Quoted[] {
  const marked = new Set(marks.map(({ paragraph }) => paragraph))
  return plain.flatMap((text, paragraph) => {
    const post = marked.has(paragraph) ? null : POST.exec(text)
    if (post) return [{ paragraph, start: 0, end: post.index, continues: false }]
    const isQuoted = text.startsWith('>')
    const before = (plain[paragraph - 1] ?? '').toLowerCase().trim()
    const isTold = !isQuoted && ANNOUNCES.test(before) && FIRST_PERSON.test(text)
    if (marked.has(paragraph) || !(isQuoted || isTold)) return []
    const continues = isQuoted && plain[paragraph - 1]?.startsWith('>') === true
    return [{ paragraph, start: isQuoted ? 1 : 0, end: text.length, continues }]
  })
}
