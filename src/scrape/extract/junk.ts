import type { Block, Layout, Span } from './blocks.ts'
import { reasonInNames } from './junk-names.ts'
import { isHeading, isProse, widthOf } from './prose.ts'
import { INLINE_TAGS } from './tags.ts'
import type { El } from './tree.ts'

/** Elements that hold no text of the article, by their meaning in HTML. */
const JUNK_TAGS = new Set(
  'aside button dialog figcaption figure footer form label menu nav noscript select title'.split(
    ' ',
  ),
)

/** Elements that a word in their class cannot speak against: too much hangs on them. */
const IMMUNE_TAGS = new Set(['#root', 'html', 'body', 'main'])

/** Roles of WAI-ARIA that stand for something else than an article. */
const JUNK_ROLES = new Set(
  'alert banner button complementary contentinfo dialog menu menubar navigation search tablist toolbar'.split(
    ' ',
  ),
)

const HEADING_TAGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

const NAMING_ATTRIBUTES = [
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-qa',
  'data-type',
] as const

/** Reasons that hold however long the text is: there may be more of it than of the article. */
const NEVER_TEXT = /^(?:comments|consent)/

const CARD_BLOCKS = 12 // pieces of text in a card at most
const CARD_LENGTH = 400 // characters of a card that is no `<article>`
const CAPTION_LENGTH = 300 // characters under a picture at most

const IMMUNE_SHARE = 0.4 // of the page's prose; what holds that is its text, whatever its class says

/** Marks the blocks that stand in navigation, related links, captions and the like. */
export function markJunk(layout: Layout): void {
  const known = new Map<string, string | null>()
  mark(layout, ({ el }) => {
    const reason = junkReason(el, known)
    return reason && NEVER_TEXT.test(reason) ? reason : null
  })
  const isImmune = immunityIn(layout)
  mark(layout, (span) =>
    isImmune(span) ? null : (junkReason(span.el, known) ?? shapeReason(span, layout.blocks)),
  )
}

/** Whether an element, or all of its class together, hold so much prose that they are the text. */
function immunityIn(layout: Layout): (span: Span) => boolean {
  const weigh = proseWeigher(layout)
  const ofClass = new Map<string, number>()
  for (const span of layout.spans) {
    const names = span.el.attribs.class ?? ''
    if (names) ofClass.set(names, (ofClass.get(names) ?? 0) + weigh(span))
  }
  const enough = Math.max(1, weigh({ from: 0, to: layout.blocks.length }) * IMMUNE_SHARE)
  return (span) =>
    weigh(span) >= enough || (ofClass.get(span.el.attribs.class ?? '') ?? 0) >= enough
}

/** Marks the blocks of the outermost elements that `reasonFor` has a reason against. */
function mark({ blocks, spans }: Layout, reasonFor: (span: Span) => string | null): void {
  let markedUntil = 0
  for (const span of spans) {
    if (span.from < markedUntil || span.from === span.to) continue
    const reason = reasonFor(span)
    if (!reason) continue
    for (let at = span.from; at < span.to; at++) {
      const block = blocks[at]
      if (block) block.junk ??= reason
    }
    markedUntil = span.to
  }
}

/** How much prose stands in a range of blocks. */
function proseWeigher({ blocks }: Layout): (range: { from: number; to: number }) => number {
  const sums = [0]
  for (const [at, block] of blocks.entries())
    sums.push((sums[at] ?? 0) + (!block.junk && isProse(block) ? widthOf(block.text) : 0))
  return ({ from, to }) => (sums[to] ?? 0) - (sums[from] ?? 0)
}

/** What an element's tag, attributes and names say against it. */
function junkReason(el: El, known: Map<string, string | null>): string | null {
  if (IMMUNE_TAGS.has(el.tag)) return null
  if (JUNK_TAGS.has(el.tag)) return `<${el.tag}>`
  if (isUnseen(el)) return 'unseen'
  if (JUNK_ROLES.has(el.attribs.role ?? '')) return `role ${el.attribs.role}`
  for (const attribute of NAMING_ATTRIBUTES) {
    const names = el.attribs[attribute]
    if (!names) continue
    let reason = known.get(names)
    if (reason === undefined) {
      reason = reasonInNames(names)
      known.set(names, reason)
    }
    // The head of a box goes with the box, see body.ts; its own class counts if it hides it.
    if (reason && (reason.startsWith('unseen') || !HEADING_TAGS.has(el.tag))) return reason
  }
  return null
}

/** What an element's shape says: a picture with a line of text, a card that leads to another article. */
function shapeReason({ el, from, to, images }: Span, blocks: Block[]): string | null {
  if (to - from > CARD_BLOCKS || el.tag === 'p' || INLINE_TAGS.has(el.tag)) return null
  const inside = blocks.slice(from, to)
  const heading = inside.find(isHeading)
  const width = inside.reduce((sum, { text }) => sum + text.length, 0)
  const isLink = heading !== undefined && heading.linked > 0.5
  if (isLink && (el.tag === 'article' || width < CARD_LENGTH)) return 'card'
  return images > 0 && !heading && to - from <= 2 && width < CAPTION_LENGTH ? 'picture' : null
}

function isUnseen({ attribs }: El): boolean {
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true
  return attribs.style !== undefined && /display:\s{0,3}none/i.test(attribs.style)
}
