import type { Block } from './blocks.ts'
import { fold } from './text.ts'

const QUOTE_LIMIT = 50 // quotes looked up in the text; no article has more
const LABEL_LENGTH = 20 // characters; a shorter line may well stand twice
const TITLE_LENGTH = 300 // characters of a title at most
const BIO_REACH = 3 // paragraphs at the end among which an author may be introduced

/**
 * The paragraphs of a body. What stands there twice, and a quote pulled out of the text, come once;
 * what tells about the author at the end does not come at all.
 */
export function clean(blocks: Block[], titles: string[], authors: string[]): string[] {
  const kept = withoutPulledQuotes(withoutRepeats(blocks, titles))
  const isBio = (text: string, at: number) =>
    at > 0 && at >= kept.length - BIO_REACH && isAbout(text, authors)
  return kept.map(({ text }) => text).filter((text, at) => !isBio(text, at))
}

function withoutRepeats(blocks: Block[], titles: string[]): Block[] {
  const headlines = new Set(titles.map(fold))
  const seen = new Set<string>()
  return blocks.filter(({ text }) => {
    if (seen.has(text) || (text.length < TITLE_LENGTH && headlines.has(fold(text)))) return false
    if (text.length > LABEL_LENGTH) seen.add(text)
    return true
  })
}

function withoutPulledQuotes(blocks: Block[]): Block[] {
  const quotes = blocks.filter(isQuote).slice(0, QUOTE_LIMIT)
  if (quotes.length === 0) return blocks
  const rest = fold(
    blocks
      .filter((block) => !isQuote(block))
      .map(({ text }) => text)
      .join(' '),
  )
  const pulled = new Set(quotes.filter(({ text }) => rest.includes(fold(text))))
  return blocks.filter((block) => !pulled.has(block))
}

function isQuote({ el }: Block): boolean {
  return el.tag === 'blockquote' || el.parent?.tag === 'blockquote'
}

/** "Jane Doe is a critic in London": a paragraph that begins with who wrote the article. */
function isAbout(text: string, authors: string[]): boolean {
  return authors.some((author) => author.includes(' ') && text.startsWith(`${author} `))
}
