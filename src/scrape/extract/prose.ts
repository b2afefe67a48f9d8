import type { Block } from './blocks.ts'

const PROSE_WIDTH = 60 // a line of text this wide is a sentence, not a label
/** A paragraph may be link by this share. */
export const PROSE_LINKED = 0.4

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const HEADING = /^h[1-6]$/

/** Whether it reads as text and not as a label, a link or a heading. */
export function isProse(block: Block): boolean {
  return widthOf(block.text) >= PROSE_WIDTH && block.linked < PROSE_LINKED && !isHeading(block)
}

export function isHeading(block: Block): boolean {
  return HEADING.test(block.el.tag)
}

/** Length of a text as if in letters: a Chinese, Japanese or Korean sign says as much as two. */
export function widthOf(text: string): number {
  return CJK.test(text) ? text.length * 2 : text.length
}
