import type { Block } from './blocks.ts'
import { isProse, widthOf } from './prose.ts'
import type { El } from './tree.ts'

/** Where the prose of a body stands. A box or a promotion in it has a place of its own. */
export type Homes = {
  /** The kinds of element: the prose's parents, and its own where that has a class. */
  kinds: Set<string>
  /** The very elements that hold prose, as one does whose text is parted by line breaks. */
  elements: Set<El>
}

const HOME_SHARE = 0.15 // of the prose stands in parents of a kind that is at home in the body
const TAIL_SHARE = 0.25 // of the prose may be cut as a tail that stands elsewhere

export function homesOf(blocks: Block[]): Homes {
  const prose = blocks.filter(isProse)
  const widths = new Map<string, number>()
  for (const { el, text } of prose)
    for (const kind of el.attribs.class ? [parentKind(el), kindOf(el)] : [parentKind(el)])
      widths.set(kind, (widths.get(kind) ?? 0) + widthOf(text))
  const enough = widthOfAll(prose) * HOME_SHARE
  const kinds = [...widths].filter(([, width]) => width >= enough).map(([kind]) => kind)
  return { kinds: new Set(kinds), elements: new Set(prose.map(({ el }) => el)) }
}

/** Whether a block stands right in an element that holds prose. */
export function isInHome({ el }: Block, { elements }: Homes): boolean {
  return elements.has(el)
}

/** Whether it stands in or beside elements of a kind that does. */
export function isAtHome({ el }: Block, { kinds }: Homes): boolean {
  return kinds.has(parentKind(el)) || kinds.has(kindOf(el))
}

/** Whether its element does, as that of a line in a quote or a wrapper of its own. */
export function isNearHome({ el }: Block, { kinds }: Homes): boolean {
  return el.parent !== null && kinds.has(parentKind(el.parent))
}

/** Cuts what follows the last paragraph that is at home, unless it is a good part of the text. */
export function withoutTail(blocks: Block[], homes: Homes): Block[] {
  const end = blocks.findLastIndex((block) => isAtHome(block, homes)) + 1
  return end > 0 && widthOfAll(blocks.slice(end)) < widthOfAll(blocks) * TAIL_SHARE
    ? blocks.slice(0, end)
    : blocks
}

/** The kind of an element's parent; a list's items are where the list is. */
function parentKind(el: El): string {
  return kindOf(el.tag === 'li' ? (el.parent?.parent ?? null) : el.parent)
}

function kindOf(el: El | null): string {
  return el ? `${el.tag}.${el.attribs.class ?? ''}` : ''
}

function widthOfAll(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + widthOf(text), 0)
}
