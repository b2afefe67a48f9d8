import type { Block } from './blocks.ts'
import { fold } from './text.ts'
import { findMoment } from './text-dates.ts'

const QUOTE_LIMIT = 50 // quotes looked up in the text; no article has more
const LABEL_LENGTH = 20 // characters; a shorter line may well stand twice
const TITLE_LENGTH = 300 // characters of a title at most
const TITLE_REACH = 3 // blocks at the start among which the title may stand once more
const BIO_REACH = 3 // paragraphs at the end among which an author may be introduced
const BYLINE_LENGTH = 200 // characters of a byline at most
const BYLINE_REST = 3 // words of a byline that are no author's name: "by", a place, an agency

/**
 * The paragraphs of a body. What stands there twice, and a quote pulled out of the text, come once;
 * headline, byline and what tells about the author at the end do not come at all.
 */
export function clean(blocks: Block[], titles: string[], authors: string[]): string[] {
  const kept = withoutPulledQuotes(withoutRepeats(withoutTitles(blocks, titles)))
  const names = authors.filter((author) => author.includes(' ') || author.length > 2)
  return kept
    .map(({ text }) => text)
    .filter((text, at, all) => {
      const isBio = at > 0 && at >= all.length - BIO_REACH && isAbout(text, names)
      return !isBio && !isByline(text, names)
    })
}

/** The headline is no text; nor is it at the start with a kicker in front or a date behind. */
function withoutTitles(blocks: Block[], titles: string[]): Block[] {
  const headlines = titles.map(fold).filter((title) => title !== '')
  return blocks.filter(({ text }, at) => {
    if (text.length > TITLE_LENGTH) return true
    const folded = fold(text)
    if (headlines.includes(folded)) return false
    const isOpening = at < TITLE_REACH
    return !headlines.some(
      (title) =>
        isOpening &&
        (folded.endsWith(` ${title}`) ||
          (folded.startsWith(`${title} `) && findMoment(text) !== null)),
    )
  })
}

function withoutRepeats(blocks: Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.filter(({ text }) => {
    if (seen.has(text)) return false
    if (text.length > LABEL_LENGTH) seen.add(text)
    return true
  })
}

function withoutPulledQuotes(blocks: Block[]): Block[] {
  const quotes = blocks.filter(isQuote).slice(0, QUOTE_LIMIT)
  if (quotes.length === 0) return blocks
  const rest = blocks.filter((block) => !isQuote(block)).map(({ text }) => text)
  const whole = fold(rest.join(' '))
  const pulled = new Set(quotes.filter(({ text }) => whole.includes(fold(text))))
  return blocks.filter((block) => !pulled.has(block))
}

function isQuote({ el }: Block): boolean {
  return el.tag === 'blockquote' || el.parent?.tag === 'blockquote'
}

/** "Jane Doe is a critic in London": a paragraph that begins with who wrote the article. */
function isAbout(text: string, authors: string[]): boolean {
  return authors.some((author) => author.includes(' ') && text.startsWith(`${author} `))
}

/** A line that is the authors' names and little else. */
function isByline(text: string, authors: string[]): boolean {
  if (text.length > BYLINE_LENGTH) return false
  const named = authors.filter((author) => text.includes(author))
  if (named.length === 0) return false
  const rest = named.reduce((left, author) => left.replace(author, ' '), text)
  const words = fold(rest).split(' ')
  return words[0] === '' || words.length <= BYLINE_REST
}
