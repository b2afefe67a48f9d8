import type { Block, Layout, Span } from './blocks.ts'
import { isBoilerplate, isDated } from './phrases.ts'
import { isHeading, isProse, widthOf } from './prose.ts'
import type { El } from './tree.ts'

const LINKED_PARAGRAPH = 0.75 // a paragraph that is more link than this leads elsewhere
const LINKED_LABEL = 0.45 // so does a line without a full stop that is more link than this
const LEAD_WIDTH = 40 // letters of a standfirst at least
const LEAD_LIMIT = 3 // blocks
const HOME_SHARE = 0.15 // of the prose stands in parents of a kind that is at home in the body
const TAIL_SHARE = 0.25 // of the prose may be cut as a tail that stands elsewhere

/** Junk that may stand between a sub-heading and its text. */
const PASSED_OVER = /^(?:<fig|<aside|<button|ad:|caption|chrome|embed|picture|role|unseen)/

const SENTENCE_END = /[.!?:…。！？"”»“」)]$/u

/** The article's own blocks: its standfirst, and the text in the element chosen for its body. */
export function readBody({ blocks }: Layout, span: Span, titleAt: number): Block[] {
  const from = Math.max(span.from, titleAt + 1)
  const inside = blocks.slice(from, span.to).filter(isText)
  const homes = homesOf(inside)
  const start = Math.max(0, inside.findIndex(isProse))
  const opening = inside.slice(0, start).filter((block) => isOpening(block, homes))
  const rest = withoutTail(inside.slice(start), homes).filter((block) => isAtHome(block, homes))
  const kept = [...opening, ...rest]
  const lead = titleAt >= 0 && titleAt < span.from ? blocks.slice(titleAt + 1, span.from) : []
  const leading = leadingHeadings(blocks, new Set(kept))
  return [...readLead(lead), ...kept.filter((block) => !isHeading(block) || leading.has(block))]
}

/** What stands between headline and body and reads as a sentence. */
function readLead(blocks: Block[]): Block[] {
  return blocks
    .filter((block) => !block.junk && block.linked < 0.4 && widthOf(block.text) >= LEAD_WIDTH)
    .filter((block) => !isBoilerplate(block.text) && !isDated(block.text))
    .slice(0, LEAD_LIMIT)
}

/** A short block before the first paragraph: datelines, bylines and counters are none of the text. */
function isOpening(block: Block, homes: Set<string>): boolean {
  if (isDated(block.text)) return false
  const isHome = homes.has(homeOf(block.el))
  return (
    widthOf(block.text) >= LEAD_WIDTH ||
    (isHome && (isHeading(block) || SENTENCE_END.test(block.text)))
  )
}

function isText(block: Block): boolean {
  if (block.junk || isBoilerplate(block.text)) return false
  if (isHeading(block)) return block.linked < 0.5
  if (block.linked >= LINKED_LABEL && !SENTENCE_END.test(block.text)) return false
  if (isProse(block)) return true
  if (block.el.tag === 'p' || block.el.tag === 'li')
    return block.linked < LINKED_PARAGRAPH && widthOf(block.text) > 1
  return block.linked < 0.2 && block.text.length > 25
}

/** The kinds of parent that the prose stands in; a box or a promotion has one of its own. */
function homesOf(blocks: Block[]): Set<string> {
  const widths = new Map<string, number>()
  let total = 0
  for (const block of blocks.filter(isProse)) {
    const width = widthOf(block.text)
    const home = homeOf(block.el)
    widths.set(home, (widths.get(home) ?? 0) + width)
    total += width
  }
  return new Set(
    [...widths].filter(([, width]) => width >= total * HOME_SHARE).map(([home]) => home),
  )
}

/** The kind of a block's parent: a list's items are where the list is. */
function homeOf(el: El): string {
  const outer = el.tag === 'li' ? el.parent?.parent : el.parent
  return outer ? `${outer.tag}.${outer.attribs.class ?? ''}` : ''
}

/** A short line belongs to the text if its siblings do. */
function isAtHome(block: Block, homes: Set<string>): boolean {
  return (
    isProse(block) ||
    isHeading(block) ||
    homes.has(homeOf(block.el)) ||
    homes.has(homeOf(block.el.parent ?? block.el))
  )
}

/** Cuts what follows the last paragraph that is at home, unless it is a good part of the text. */
function withoutTail(blocks: Block[], homes: Set<string>): Block[] {
  const last = blocks.findLastIndex((block) => homes.has(homeOf(block.el)))
  const tail = blocks.slice(last + 1).reduce((sum, block) => sum + widthOf(block.text), 0)
  const total = blocks.reduce((sum, block) => sum + widthOf(block.text), 0)
  return last >= 0 && tail < total * TAIL_SHARE ? blocks.slice(0, last + 1) : blocks
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
