import type { PageKind } from '../../article.ts'
import type { Block, Layout } from './blocks.ts'
import { typesOf } from './json-ld.ts'
import { firstOf } from './meta.ts'
import { isHeading, isProse, widthOf } from './prose.ts'
import type { State } from './state.ts'
import { fold } from './text.ts'
import { BOT_MARKS, WALLS } from './walls.ts'

type Verdict = { kind: PageKind; reason: string | null }

const ARTICLE_WIDTH = 140 // letters; a shorter text is an article only if the page states that it is
const STATED_WIDTH = 60 // letters that a page must have at least which states that it is one
const WORDED = 0.3 // share of letters that prose has at the very least, spaces aside
const LOOKED_AT = 2000 // characters of a text that tell whether it is prose
const WALL_WIDTH = 2500 // letters of a page that may be a wall; an article about walls is longer
const LISTED_HEADINGS = 6 // headings that lead elsewhere, as a home or tag page has them
const RUN_PARAGRAPHS = 3 // that follow one another are an article's text
const RUN_WIDTH = 400 // letters of them
const LISTED_SHARE = 0.5 // of a listing's text is links

const TITLE_PARTS = /[|–—·•:»-]/
const LISTING_TYPES = new Set(['CollectionPage', 'ItemList', 'SearchResultsPage', 'ProfilePage'])

/** What a page is, from what it states, what it says and what of that is an article's text. */
export function judge(state: State, layout: Layout, paragraphs: string[], html: string): Verdict {
  const isStated = statesArticle(state)
  const width = widthOfAll(paragraphs)
  const wall = isStated && width >= ARTICLE_WIDTH ? null : findWall(layout.blocks)
  if (wall) return wall
  const listing = isStated ? null : findListing(state, layout.blocks, width)
  if (listing) return { kind: 'listing', reason: listing }
  if (width >= (isStated ? STATED_WIDTH : ARTICLE_WIDTH)) {
    if (isWorded(paragraphs)) return { kind: 'article', reason: null }
    return { kind: 'empty', reason: 'signs, and hardly a letter among them' }
  }
  if (BOT_MARKS.some((mark) => html.includes(mark)))
    return { kind: 'blocked', reason: 'a test whether we are human' }
  return { kind: 'empty', reason: `no more than ${width} letters of text` }
}

/** Whether it is made of letters: what a server in trouble sends may be bytes without a meaning. */
function isWorded(paragraphs: string[]): boolean {
  const signs = paragraphs.join('').slice(0, LOOKED_AT).replaceAll(/\s/g, '')
  const letters = signs.replaceAll(/[^\p{L}\p{M}]/gu, '')
  return letters.length >= signs.length * WORDED
}

function statesArticle({ article, meta }: State): boolean {
  if (article && typesOf(article).some((type) => type !== 'WebPage')) return true
  return firstOf(meta, ['article:published_time']) !== null
}

/** Whether something stands before the article: a test for humans, a consent, a login, an error. */
function findWall(blocks: Block[]): Verdict | null {
  const width = widthOfAll(blocks.filter(({ linked }) => linked < 0.5).map(({ text }) => text))
  if (width > WALL_WIDTH) return null
  const tab = blocks.find(({ el }) => el.tag === 'title')?.text ?? ''
  const parts = [fold(tab), ...tab.split(TITLE_PARTS).map(fold)]
  const text = ` ${blocks.map((block) => fold(block.text)).join(' ')} `
  for (const { kind, reason, titles, phrases, needed, within } of WALLS) {
    const isTitled = titles.some((words) => parts.some((part) => isTold(part, words)))
    const said = phrases.filter((words) => text.includes(` ${words} `)).length
    if (isTitled || said >= needed * Math.max(1, width / within)) return { kind, reason }
  }
  return null
}

/** Whether a part of a title is these words, or begins with them if they are telling enough. */
function isTold(part: string, words: string): boolean {
  const isTelling = words.includes(' ') || /^\d+$/.test(words)
  return part === words || (isTelling && part.startsWith(`${words} `))
}

/** Whether it leads to articles instead of being one. */
function findListing({ url, nodes }: State, blocks: Block[], width: number): string | null {
  if (isFrontPage(url)) return 'the front page of a site'
  const type = nodes.flatMap(typesOf).find((name) => LISTING_TYPES.has(name))
  const leading = blocks.filter((block) => isHeading(block) && block.linked > 0.5).length
  if (type && leading >= LISTED_HEADINGS / 2) return `states that it is a ${type}`
  if (leading < LISTED_HEADINGS || longestRun(blocks) >= RUN_WIDTH) return null
  const linked = widthOfAll(blocks.filter((block) => block.linked > 0.5).map(({ text }) => text))
  const isListed = linked > (linked + width) * LISTED_SHARE
  return isListed ? `${leading} headings that lead elsewhere` : null
}

/** An address without a path; with a query it may as well be an article: `/?p=123`. */
function isFrontPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { pathname, search } = new URL(address)
  return pathname === '/' && search === ''
}

/** Letters of the longest text of several paragraphs that no link to elsewhere interrupts. */
function longestRun(blocks: Block[]): number {
  let longest = 0
  let run = { width: 0, paragraphs: 0 }
  for (const block of blocks) {
    if (block.junk) continue
    if (block.linked > 0.5) run = { width: 0, paragraphs: 0 }
    else if (isProse(block))
      run = { width: run.width + widthOf(block.text), paragraphs: run.paragraphs + 1 }
    if (run.paragraphs >= RUN_PARAGRAPHS) longest = Math.max(longest, run.width)
  }
  return longest
}

function widthOfAll(texts: string[]): number {
  return texts.reduce((sum, text) => sum + widthOf(text), 0)
}
