import type { Block } from './blocks.ts'
import { fold } from './text.ts'

const QUOTE_LIMIT = 50 // quotes looked up in the text; no article has more

/** The paragraphs of a body: what stands there twice, and a quote pulled out of the text, come once. */
export function clean(blocks: Block[], titles: string[]): string[] {
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
  return kept.flatMap((block) => {
    const isPulled = isQuote(block) && ++quotes <= QUOTE_LIMIT && whole.includes(fold(block.text))
    return isPulled ? [] : [block.text]
  })
}

function isQuote({ el }: Block): boolean {
  return el.tag === 'blockquote' || el.parent?.tag === 'blockquote'
}
