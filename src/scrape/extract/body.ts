import type { Block, Layout, Span } from './blocks.ts'
import { isHeading, isProse, widthOf } from './prose.ts'

/** The article's own blocks in the element chosen for its body, in order. */
export function readBody({ blocks }: Layout, span: Span): Block[] {
  const kept = blocks.slice(span.from, span.to).filter(isText)
  return kept.filter((block, at) => !isHeading(block) || leadsOn(kept, at))
}

function isText(block: Block): boolean {
  if (block.junk) return false
  if (isHeading(block)) return block.linked < 0.5
  if (isProse(block)) return true
  if (block.el.tag === 'p' || block.el.tag === 'li')
    return block.linked < 0.5 && widthOf(block.text) > 1
  return block.linked < 0.2 && block.text.length > 25
}

/** A sub-heading stands over text of its own. */
function leadsOn(blocks: Block[], at: number): boolean {
  const next = blocks[at + 1]
  return next !== undefined && !isHeading(next)
}
