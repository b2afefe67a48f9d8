import { groupsOf } from './found.ts'

/** Where something stands in an article: characters of one paragraph, the end exclusive. */
export type Span = { paragraph: number; start: number; end: number }

export type Sentence = Span & { text: string }

/** Words before a full stop that do not end a sentence. Example: "Reno, Nev., with a crew". */
const ABBREVIATIONS = new Set(
  `adj al apr aug ave bldg blvd bros ca co col corp dec dept dr ed est etc feb fla fr gen gov hon inc
  jan jr jul jun lt ltd mar mass mich minn mr mrs ms mt nev nos nov oct op pa pp prof rep rev sen
  sep sept sr st tel tex vol vs wis bzw ca ggf mio nr usw z.b sra srta sr d dña mme mlle sig`.split(
    /\s+/,
  ),
)

/** An end of a sentence: its mark, closing quotation marks and brackets, then white space. */
const END = /([.!?…]+)(["'”’»«“)\]]*)(\s+)(?=["“„«‘'(¿¡[]*[\p{Lu}\p{N}]|["“„«‘(¿¡•–—])/gu

/** The sentences of the paragraphs, in order; quotation marks stay with what they close. */
export function sentencesOf(paragraphs: string[]): Sentence[] {
  return paragraphs.flatMap((text, paragraph) =>
    pieces(text).map(([start, end]) => ({ paragraph, start, end, text: text.slice(start, end) })),
  )
}

function pieces(text: string): [number, number][] {
  const found: [number, number][] = []
  let start = 0
  for (const match of groupsOf(END, text)) {
    if (match[1] === '.' && isAbbreviated(text, match.index)) continue
    const end = match.index + match[0].length - (match[3] ?? '').length
    found.push([start, end])
    start = match.index + match[0].length
  }
  if (start < text.length) found.push([start, text.length])
  return found.flatMap(([from, to]) => inReach(text, from, to))
}

const LONGEST = 2000 // characters: no sentence; what reads sentences may take the square of its length

/** A run without an end is cut at spaces, so that no text takes for ever. */
function inReach(text: string, from: number, to: number): [number, number][] {
  const found: [number, number][] = []
  let start = from
  while (to - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST)
    const cut = space > start ? space : start + LONGEST
    found.push([start, cut])
    start = cut
  }
  return [...found, [start, to]]
}

function isAbbreviated(text: string, stop: number): boolean {
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? ''
  return (
    /^\p{Lu}$/u.test(word) ||
    /^(\p{L}\.)+\p{L}$/u.test(word) ||
    ABBREVIATIONS.has(word.toLowerCase())
  )
}
