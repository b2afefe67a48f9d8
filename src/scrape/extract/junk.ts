import type { Layout, Span } from './blocks.ts'
import { isProse, widthOf } from './prose.ts'
import type { El } from './tree.ts'

/** Elements that hold no text of the article, by their meaning in HTML. */
const JUNK_TAGS = new Set(
  'aside button dialog figcaption figure footer form label menu nav noscript select title'.split(
    ' ',
  ),
)

/** Elements that a word in their class cannot speak against: too much hangs on them. */
const IMMUNE_TAGS = new Set(['#root', 'html', 'body', 'main', 'article'])

/** Words of classes, ids and test ids, by why their element is none of the article's text. */
const JUNK_WORDS = table({
  navigation: 'nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc skip',
  share: 'share sharing shares sharebar social socials shariff addthis addtoany sharedaddy',
  related:
    'related relatedarticles recommended recommendation recommendations recommend recirc outbrain taboola trending popular mostread readmore seealso upnext',
  ad: 'ad ads adv advert adverts advertisement advertising adslot adbox adsense sponsored promo promotion promobox banner anzeige',
  comments: 'comments commentlist disqus kommentare replies discussion',
  newsletter: 'newsletter newsletters signup subscribe subscription inscription abo',
  consent: 'cookie cookies consent gdpr cmp',
  caption: 'caption captions figcaption credit credits copyright',
  author: 'byline bylines author authors bio authorbox',
  tags: 'tags taglist tagcloud keywords topics hashtags',
  page: 'footer sidebar sidebox toolbar masthead offscreen',
  chrome:
    'tooltip modal popup overlay lightbox carousel slider slideshow gallery player widget poll',
  embed: 'embed tweet instagram facebook twitter',
  unseen: 'hidden hide invisible screenreader',
})

/** Roles of WAI-ARIA that stand for something else than an article. */
const JUNK_ROLES = new Set(
  'alert banner button complementary contentinfo dialog menu menubar navigation search tablist toolbar'.split(
    ' ',
  ),
)

const NAMING_ATTRIBUTES = [
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-qa',
  'data-type',
] as const

/** An element with this share of the page's prose is its text, whatever its class says. */
const IMMUNE_SHARE = 0.4

/** Marks the blocks that stand in navigation, related links, captions and the like. */
export function markJunk({ blocks, spans }: Layout): void {
  const prose = [0]
  for (const block of blocks)
    prose.push((prose.at(-1) ?? 0) + (isProse(block) ? widthOf(block.text) : 0))
  const immune = Math.max(1, (prose.at(-1) ?? 0) * IMMUNE_SHARE)
  let markedUntil = 0
  const reasons = new Map<string, string | null>()
  for (const span of spans) {
    if (span.from < markedUntil || span.from === span.to) continue
    if ((prose[span.to] ?? 0) - (prose[span.from] ?? 0) >= immune) continue
    const reason = junkReason(span, reasons)
    if (!reason) continue
    for (let i = span.from; i < span.to; i++) {
      const block = blocks[i]
      if (block) block.junk = reason
    }
    markedUntil = span.to
  }
}

function junkReason({ el }: Span, reasons: Map<string, string | null>): string | null {
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
    if (reason) return reason
  }
  return null
}

function isUnseen({ attribs }: El): boolean {
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true
  return attribs.style !== undefined && /display:\s{0,3}none/i.test(attribs.style)
}

function wordReason(value: string): string | null {
  for (const word of wordsOf(value)) {
    const reason = JUNK_WORDS.get(word)
    if (reason) return `${reason}: ${word}`
  }
  return null
}

/** The words of a class list: `relatedArticles--big` is related, articles, big. */
export function wordsOf(names: string): string[] {
  return (names.slice(0, 2000).match(/[a-z]+|[A-Z][a-z]*/g) ?? []).map((word) => word.toLowerCase())
}

function table(rows: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([reason, words]) =>
      words.split(' ').map((word): [string, string] => [word, reason]),
    ),
  )
}
