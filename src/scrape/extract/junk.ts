import type { Block, Layout, Span } from './blocks.ts'
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

/** Words of classes, ids and test ids, by why their element is none of the article's text. */
const JUNK_WORDS = table({
  navigation: 'nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc skip',
  share: 'share sharing shares sharebar social socials shariff addthis addtoany sharedaddy',
  related:
    'related relatedarticles recommended recommendation recommendations recommend recirc outbrain taboola trending popular mostread readmore seealso upnext similar similars suggested',
  ad: 'ad ads adv advert adverts advertisement advertising adslot adbox adsense sponsored promo promotion promobox banner anzeige',
  comments: 'comments commentlist disqus kommentare replies discussion',
  newsletter:
    'newsletter newsletters signup subscribe subscription inscription abo login fancybox offer whatsapp',
  consent: 'cookie cookies consent gdpr onetrust usercentrics didomi',
  caption:
    'caption captions figcaption credit credits copyright picture image img imgbox imgboxa photo foto bild thumbnail mediainfo infotext',
  author: 'byline bylines author authors bio authorbox',
  tags: 'tags taglist tagcloud keywords topics hashtags',
  page: 'footer sidebar sidebox toolbar masthead offscreen',
  chrome:
    'tooltip modal popup overlay lightbox carousel slider slideshow gallery player video videos poll alert alerts notice cta',
  embed: 'embed tweet instagram facebook twitter',
  meta: 'meta metas metadata timestamp dateline pubdate datetime date dates published',
  unseen: 'hidden hide invisible screenreader',
  box: 'infobox factbox faktabox infokasten note permission disclaimer ai',
})

/** Beginnings of words that are written together with others: `relatedbroadcast`. */
const JUNK_STEMS: [stem: string, reason: string][] = [
  ['advert', 'ad'],
  ['affiliate', 'ad'],
  ['breadcrumb', 'navigation'],
  ['newsletter', 'newsletter'],
  ['recommend', 'related'],
  ['related', 'related'],
  ['sidebar', 'page'],
  ['sponsor', 'ad'],
]

/** Class names that tell what an element has or lacks, not what it is; and when: `md:hidden`. */
const STATES = /(?:^|\s)(?:(?:has|no|with|without)(?:[-_]\w|[A-Z])|\w{1,20}:)\S{0,100}/g

/** Text is cut after some lines where it leads to an article, not where it is the article. */
const CUT_OFF = /line-clamp|truncate|ellipsis/

/** A class that shows on some screens what another one hides on the others. */
const SHOWN_SOMEWHERE = /\w:(?:block|contents|flex|grid|inline)/
const NAMES_LIMIT = 2000 // characters of a class list

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

const CARD_BLOCKS = 12 // pieces of text in a card at most
const CARD_LENGTH = 400 // characters of a card that is no `<article>`
const CAPTION_LENGTH = 300 // characters under a picture at most

/** An element with this share of the page's prose is its text, whatever its class says. */
const IMMUNE_SHARE = 0.4

/** Marks the blocks that stand in navigation, related links, captions and the like. */
export function markJunk(layout: Layout): void {
  const reasons = new Map<string, string | null>()
  mark(layout, ({ el }) => {
    const reason = junkReason(el, reasons)
    return reason?.startsWith('consent') ? reason : null
  })
  const weigh = proseWeigher(layout)
  const total = weigh({ from: 0, to: layout.blocks.length })
  const ofNames = new Map<string, number>()
  for (const span of layout.spans) {
    const names = span.el.attribs.class ?? ''
    if (names) ofNames.set(names, (ofNames.get(names) ?? 0) + weigh(span))
  }
  const immune = Math.max(1, total * IMMUNE_SHARE)
  mark(layout, (span) => {
    const share = Math.max(weigh(span), ofNames.get(span.el.attribs.class ?? '') ?? 0)
    if (share >= immune) return null
    return junkReason(span.el, reasons) ?? shapeReason(span, layout.blocks)
  })
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

function junkReason(el: El, reasons: Map<string, string | null>): string | null {
  if (IMMUNE_TAGS.has(el.tag)) return null
  if (JUNK_TAGS.has(el.tag)) return `<${el.tag}>`
  if (isUnseen(el)) return 'unseen'
  if (JUNK_ROLES.has(el.attribs.role ?? '')) return `role ${el.attribs.role}`
  for (const name of NAMING_ATTRIBUTES) {
    const value = el.attribs[name]
    if (!value) continue
    let reason = reasons.get(value)
    if (reason === undefined) {
      reason = wordReason(value)
      reasons.set(value, reason)
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

function wordReason(value: string): string | null {
  if (CUT_OFF.test(value)) return 'related: cut off'
  const names = value.slice(0, NAMES_LIMIT).replace(STATES, ' ')
  const isShownElsewhere = SHOWN_SOMEWHERE.test(value)
  for (const word of wordsOf(names)) {
    const reason = JUNK_WORDS.get(word) ?? JUNK_STEMS.find(([stem]) => word.startsWith(stem))?.[1]
    if (reason && !(isShownElsewhere && reason === 'unseen')) return `${reason}: ${word}`
  }
  return null
}

/** The words of a class list: `relatedArticles--big` is related, articles, big. */
export function wordsOf(names: string): string[] {
  return (names.slice(0, NAMES_LIMIT).match(/[a-z]+|[A-Z][a-z]*/g) ?? []).map((word) =>
    word.toLowerCase(),
  )
}

function table(rows: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([reason, words]) =>
      words.split(' ').map((word): [string, string] => [word, reason]),
    ),
  )
}
