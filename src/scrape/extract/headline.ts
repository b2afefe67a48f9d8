import type { Block, Layout } from './blocks.ts'
import { wordsOf } from './junk-names.ts'
import { isHeading, isProse, widthOf } from './prose.ts'
import { fold } from './text.ts'

const TITLE_WORDS = new Set(['headline', 'titel', 'title', 'titre', 'titulo', 'titolo'])
const SHORTEST = 10 // characters of a heading that a title can be recognised in
const LONGEST = 1000
const COMMON_SHARE = 0.4 // of a title is enough to know it
const BEFORE_SHARE = 0.4 // of the page's prose may stand before a headline that we trust

/**
 * Where the headline stands: the first heading that says what the page states as its title, else the
 * first `<h1>`; -1 if there is none, or if too much of the page's text stands before it.
 */
export function findHeadline({ blocks }: Layout, titles: string[]): number {
  const stated = titles.map(fold).filter((title) => title !== '')
  const isTitle = (text: string) => {
    if (text.length < SHORTEST || text.length > LONGEST) return false
    const heading = fold(text)
    return stated.some((title) => isSame(title, heading))
  }
  const matching = blocks.findIndex((block) => isHeading(block) && isTitle(block.text))
  const first = blocks.findIndex(({ el }) => el.tag === 'h1')
  const at = matching >= 0 ? matching : first >= 0 ? first : blocks.findIndex(isNamedTitle)
  const prose = blocks.map((block) => (!block.junk && isProse(block) ? widthOf(block.text) : 0))
  const before = sumOf(prose.slice(0, Math.max(at, 0)))
  return before > sumOf(prose) * BEFORE_SHARE ? -1 : at
}

/** Whether one begins with the other, and is not much longer. */
function isSame(one: string, other: string): boolean {
  const [short = '', long = ''] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short) && short.length >= long.length * COMMON_SHARE
}

function isNamedTitle(block: Block): boolean {
  if (block.junk || !isHeading(block)) return false
  const names = `${block.el.attribs.class ?? ''} ${block.el.parent?.attribs.class ?? ''}`
  return wordsOf(names).some((word) => TITLE_WORDS.has(word))
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
