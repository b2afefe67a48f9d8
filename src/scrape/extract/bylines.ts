import type { Block, Layout } from './blocks.ts'
import { wordsOf } from './junk-names.ts'
import { looksLikeName, readCredit } from './names.ts'
import { isProse } from './prose.ts'
import { INLINE_TAGS } from './tags.ts'
import type { Child, El } from './tree.ts'

const BEFORE = 6 // blocks before the headline that may bear a byline
const AFTER = 25 // blocks behind it
const BELOW = 60 // blocks behind the headline among which a labelled byline may stand below the text
const LONGEST = 160 // characters of a byline
const LEVELS = 3 // elements above or in a block whose class may say that it is a byline

const AUTHOR_WORDS = new Set(
  `author authors autor autore autoren autores auteur byline bylines contributor forfatter journalist
   penulis redacteur reporter writer yazar`.split(/\s+/),
)
/** Where publishers keep the pages of those who write for them. */
const AUTHOR_PATH =
  /\/(?:auteurs?|authors?|autor|autore|autoren|autores|autori|bios?|by|contributors?|journalists?|people|profiles?|redakteure|reporters?|skribent|staff|writers?)\/[^/]/i
const LEAD_IN =
  /^(?:by|von|par|por|di|av|af|door|oleh|(?:interview|text|words|written) by|text)(?::\s?|\s)\p{Lu}/iu
const LABEL = /^(?:autorin\/autor|autor|autorin|author|автор|penulis|yazar)\s?:?\s/iu

/** Texts about the headline that name who wrote the article, the likeliest kind first. */
export function readBylines({ blocks }: Layout, titleAt: number, titles: string[]): string[][] {
  const behindTitle = (text: string) => {
    const title = titles.find((form) => text.startsWith(`${form} `))
    return title ? text.slice(title.length + 1) : text
  }
  const isShort = ({ text }: Block) => text.length <= LONGEST
  const near = blocks.slice(Math.max(0, titleAt - BEFORE), titleAt + AFTER).filter(isShort)
  const below = blocks.slice(titleAt + 1, titleAt + BELOW).filter(isShort)
  const first = blocks.findIndex((block, at) => at > titleAt && !block.junk && isProse(block))
  const opening = blocks[first - 1]
  return [
    near.flatMap(markedIn),
    near.map(({ text }) => behindTitle(text)).filter((text) => LEAD_IN.test(text)),
    below.filter(({ text }) => LABEL.test(text)).map(({ text }) => text),
    opening && isBareName(opening) ? [opening.text] : [],
  ]
}

/** The texts of a block that its markup names as the author's: its own, or of elements in it. */
function markedIn(block: Block): string[] {
  const inner = inlineIn(block.el, LEVELS).filter(isMarked)
  if (inner.length > 0) return inner.map(textIn)
  let outer: El | null = block.el
  for (let level = 0; outer && level < LEVELS; level++, outer = outer.parent)
    if (isMarked(outer)) return partsOf(block)
  return []
}

function isMarked({ tag, attribs }: El): boolean {
  if (attribs.itemprop === 'author' || attribs.rel === 'author' || tag === 'address') return true
  if (tag === 'a' && AUTHOR_PATH.test(attribs.href ?? '')) return true
  const { class: names = '', 'data-component': component = '', 'data-testid': test = '' } = attribs
  return wordsOf(`${names} ${component} ${test}`).some((word) => AUTHOR_WORDS.has(word))
}

/** The inline elements of a block, outer ones before inner, some levels deep. */
function inlineIn(el: El, levels: number): El[] {
  if (levels === 0) return []
  return el.children.flatMap((child) => {
    if (typeof child === 'string' || !INLINE_TAGS.has(child.tag)) return []
    return isMarked(child) ? [child] : inlineIn(child, levels - 1)
  })
}

/** Names that are elements of their own come apart, even where only a style parts them. */
function partsOf(block: Block): string[] {
  const { children } = block.el
  const isText = (child: Child) => typeof child === 'string' && child.trim() !== ''
  if (children.some(isText)) return [block.text]
  const parts = children.filter((child) => typeof child !== 'string' && INLINE_TAGS.has(child.tag))
  return parts.length > 1 ? parts.map(textIn) : [block.text]
}

function textIn(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textIn).join(' ')
}

/** A line above the first paragraph that is nothing but names. */
function isBareName({ text, el }: Block): boolean {
  const names = readCredit(text, []).people
  const length = names.reduce((sum, name) => sum + name.length, 0)
  return (
    el.tag === 'p' && names.length > 0 && names.every(looksLikeName) && length > text.length * 0.8
  )
}
