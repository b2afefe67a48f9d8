import type { Block, Layout, Span } from './blocks.ts'
import { isHeading, isProse, PROSE_LINKED, widthOf } from './prose.ts'

const NOISE = 25 // letters of prose that a label or a link costs the element that it stands in
const ARTICLE_SHARE = 0.25 // of the text, that an `<article>` must hold to be taken for the whole
const OUTER_GAIN = 1.03 // an outer element must hold this much more than an inner one

/** Elements that are a part of a text and never hold it. */
const PART_TAGS = new Set(['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p'])

/** The element that holds the most prose and the least noise, headline and what precedes it apart. */
export function findBody({ blocks, spans }: Layout, titleAt: number): Span | null {
  const sums = [0]
  for (const [at, block] of blocks.entries())
    sums.push((sums[at] ?? 0) + (at > titleAt ? weightOf(block) : 0))
  let best: Span | null = null
  let bestValue = 0
  for (const span of spans) {
    if (PART_TAGS.has(span.el.tag)) continue
    const value = (sums[span.to] ?? 0) - (sums[span.from] ?? 0)
    const isInner = best !== null && span.to <= best.to
    if (isInner ? value * OUTER_GAIN > bestValue && value > 0 : value > bestValue) {
      best = span
      bestValue = value
    }
  }
  return best && (articleOf(titleAt, best, spans, sums) ?? best)
}

/** The `<article>` with the headline, where the element that was found holds further articles. */
function articleOf(titleAt: number, best: Span, spans: Span[], sums: number[]): Span | null {
  const value = ({ from, to }: Span) => (sums[to] ?? 0) - (sums[from] ?? 0)
  const own = spans.findLast(
    ({ el, from, to }) => el.tag === 'article' && from <= titleAt && titleAt < to,
  )
  const isInside = own && own.from >= best.from && own.to < best.to
  return isInside && value(own) > value(best) * ARTICLE_SHARE ? own : null
}

function weightOf(block: Block): number {
  if (block.junk) return 0
  if (isProse(block)) return widthOf(block.text)
  if (isHeading(block)) return 0
  if (block.el.tag === 'p' && block.linked < PROSE_LINKED) return widthOf(block.text) / 2
  if (block.el.tag === 'li' && block.linked < PROSE_LINKED) return 0
  return -NOISE
}
