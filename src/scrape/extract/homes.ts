import type { Block } from './blocks.ts'
import { isProse, widthOf } from './prose.ts'
import type { El } from './tree.ts'

const HOME_SHARE = 0.15 // of the prose stands in parents of a kind that is at home in the body
const TAIL_SHARE = 0.25 // of the prose may be cut as a tail that stands elsewhere

/**
 * The kinds of element that the prose stands in: of its parents, and of its own where that has a
 * class. A box or a promotion has kinds of its own.
 */
export function homesOf(blocks: Block[]): Set<string> {
  const widths = new Map<string, number>()
  let total = 0
  for (const { el, text } of blocks.filter(isProse)) {
    const width = widthOf(text)
    for (const kind of el.attribs.class ? [homeOf(el), kindOf(el)] : [homeOf(el)])
      widths.set(kind, (widths.get(kind) ?? 0) + width)
    total += width
  }
  const isHome = ([, width]: [string, number]) => width >= total * HOME_SHARE
  return new Set([...widths].filter(isHome).map(([home]) => home))
}

/** Whether a block stands where the prose stands, or right in the element that holds the prose. */
export function isAtHome({ el }: Block, homes: Set<string>): boolean {
  return homes.has(homeOf(el)) || homes.has(kindOf(el))
}

/** Whether its element does, as that of a line in a quote or a wrapper of its own. */
export function isNearHome({ el }: Block, homes: Set<string>): boolean {
  return el.parent !== null && homes.has(homeOf(el.parent))
}

/** Cuts what follows the last paragraph that is at home, unless it is a good part of the text. */
export function withoutTail(blocks: Block[], homes: Set<string>): Block[] {
  const end = blocks.findLastIndex((block) => isAtHome(block, homes)) + 1
  return end > 0 && widthOfAll(blocks.slice(end)) < widthOfAll(blocks) * TAIL_SHARE
    ? blocks.slice(0, end)
    : blocks
}

/** The kind of a block's parent; a list's items are where the list is. */
function homeOf(el: El): string {
  return kindOf(el.tag === 'li' ? (el.parent?.parent ?? null) : el.parent)
}

function kindOf(el: El | null): string {
  return el ? `${el.tag}.${el.attribs.class ?? ''}` : ''
}

function widthOfAll(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + widthOf(text), 0)
}
