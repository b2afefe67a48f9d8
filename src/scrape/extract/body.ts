import type { Block, Layout, Span } from './blocks.ts'
import { type Homes, homesOf, isAtHome, isInHome, isNearHome, withoutTail } from './homes.ts'
import { isBoilerplate, isDated } from './phrases.ts'
import { isHeading, isProse, widthOf } from './prose.ts'

const LINKED_PARAGRAPH = 0.75 // a paragraph that is more link than this leads elsewhere
const LINKED_LABEL = 0.45 // so does a line without a full stop that is more link than this
const LABEL_WIDTH = 25 // letters of a line that is no paragraph, to be more than a label
const LEAD_WIDTH = 40 // letters of a standfirst at least
const LEAD_LIMIT = 3 // blocks

/** Elements whose text is a piece of an article's however short it is. */
const PARAGRAPH_TAGS = new Set(['blockquote', 'dd', 'dt', 'li', 'p', 'pre'])

const SENTENCE_END = /[.!?:…。！？"”»“」)]$/u

/** Junk that may stand between a sub-heading and its text. */
const PASSED_OVER = /^(?:<fig|<aside|<button|ad:|caption|chrome|embed|picture|role|unseen)/

/** The article's own blocks: its standfirst, and the text in the element chosen for its body. */
export function readBody({ blocks }: Layout, span: Span, titleAt: number): Block[] {
  const inside = blocks.slice(Math.max(span.from, titleAt + 1), span.to).filter(isText)
  const homes = homesOf(inside)
  const start = Math.max(0, inside.findIndex(isProse))
  const opening = inside.slice(0, start).filter((block) => isOpening(block, homes))
  const text = withoutTail(inside.slice(start), homes).filter((block) => belongs(block, homes))
  const leading = leadingHeadings(blocks, new Set([...opening, ...text]))
  return [
    ...(titleAt >= 0 ? readLead(blocks.slice(titleAt + 1, span.from)) : []),
    ...opening.filter((block) => !isHeading(block) || isWide(block) || leading.has(block)),
    ...text.filter((block) => !isHeading(block) || leading.has(block)),
  ]
}

/** What stands between headline and body and reads as a sentence. */
function readLead(blocks: Block[]): Block[] {
  const isLead = (block: Block) => !block.junk && block.linked < LINKED_LABEL && isWide(block)
  return blocks
    .filter((block) => isLead(block) && !isBoilerplate(block) && !isDated(block.text))
    .slice(0, LEAD_LIMIT)
}

/** A short block before the first paragraph: datelines, bylines and counters are none of the text. */
function isOpening(block: Block, homes: Homes): boolean {
  if (isDated(block.text)) return false
  const isSaid = isHeading(block) || SENTENCE_END.test(block.text)
  return isWide(block) || (isSaid && isAtHome(block, homes))
}

function isText(block: Block): boolean {
  if (block.junk || isBoilerplate(block)) return false
  if (isHeading(block)) return block.linked < LINKED_LABEL
  if (block.linked >= LINKED_LABEL && !SENTENCE_END.test(block.text)) return false
  if (isProse(block)) return true
  return block.linked < (isParagraph(block) ? LINKED_PARAGRAPH : LINKED_LABEL)
}

/** A short line belongs to the text if its siblings do; one that is no paragraph may be a label. */
function belongs(block: Block, homes: Homes): boolean {
  if (isProse(block) || isHeading(block) || isInHome(block, homes)) return true
  const isLabel = !isParagraph(block) && widthOf(block.text) <= LABEL_WIDTH
  return !isLabel && (isAtHome(block, homes) || isNearHome(block, homes))
}

function isParagraph({ el }: Block): boolean {
  return PARAGRAPH_TAGS.has(el.tag)
}

function isWide(block: Block): boolean {
  return widthOf(block.text) >= LEAD_WIDTH
}

/** The headings that stand over text: what follows them, pictures and ads apart, is kept. */
function leadingHeadings(blocks: Block[], text: Set<Block>): Set<Block> {
  const leading = new Set<Block>()
  let isTextNext = false
  for (const block of blocks.toReversed()) {
    if (block.junk && PASSED_OVER.test(block.junk)) continue
    if (isTextNext && isHeading(block)) leading.add(block)
    isTextNext = text.has(block) && !isHeading(block)
  }
  return leading
}
