import type { Block } from './blocks.ts'
import { fold } from './text.ts'

const BIO_REACH = 3 // paragraphs at the end among which an author may be introduced
const QUOTE_LIMIT = 50 // quotes looked up in the text; no article has more

/**
 * The paragraphs of a body. What stands there twice, and a quote pulled out of the text, come once;
 * what tells about the author at the end does not come at all.
 */
export function clean(blocks: Block[], titles: string[], authors: string[]): string[] {
  const seen = new Set(titles.map(fold))
  const kept = blocks.filter((block) => {
    const folded = fold(block.text)
    if (folded === '' || (folded.length > 20 && seen.has(folded))) return false
    seen.add(folded)
    return true
  })
  const whole = fold(
    kept
      .filter((block) => !isQuote(block))
      .map((b) => b.text)
      .join(' '),
  )
  let quotes = 0
  return kept.flatMap((block, at) => {
    const isPulled = isQuote(block) && ++quotes <= QUOTE_LIMIT && whole.includes(fold(block.text))
    const isBio = at > 0 && at >= kept.length - BIO_REACH && isAbout(block.text, authors)
    return isPulled || isBio ? [] : [block.text]
  })
}

/** "Jane Doe is a critic in London": a paragraph that begins with who wrote the article. */
function isAbout(text: string, authors: string[]): boolean {
  return authors.some((author) => author.includes(' ') && text.startsWith(`${author} `))
}

function isQuote({ el }: Block): boolean {
  return el.tag === 'blockquote' || el.parent?.tag === 'blockquote'
}
