import { canonicalUrl } from '../../url.ts'
import type { Item, ItemsReading } from '../item.ts'
import { lineOf, lineOfText, paragraphsOf, paragraphsOfText } from '../plain-text.ts'
import { namesOf } from './authors.ts'
import { itemMoment } from './moments.ts'

const MOST_ITEMS = 500 // of one source, the newest

/** A text as a source writes it. */
export type Text = { value: string; form: 'plain' | 'html' }

/** What an entry says, as the source writes it; candidates in the order of preference. */
export type Draft = {
  urls: { href: string; base: string }[]
  title: Text | null
  published: (string | undefined)[]
  updated: (string | undefined)[]
  authors: string[]
  summary: Text | null
  content: Text | null
}

/** A document, read, and what it turned out to be. */
export type Reading<Format extends string> =
  | (Extract<ItemsReading, { kind: 'items' }> & { format: Format })
  | Extract<ItemsReading, { kind: 'broken' }>

/**
 * Items of drafts, in their order: at most the newest 500, each address once. Those that cannot be
 * read are told with their reasons.
 */
export function itemsOf(drafts: Draft[], now: Date): { items: Item[]; unreadable: string[] } {
  const unreadable: string[] = []
  const items = new Map<string, Item>()
  for (const draft of newestOf(drafts, now, unreadable)) {
    const item = itemOf(draft, now)
    if (typeof item === 'string') {
      unreadable.push(item)
      continue
    }
    const first = items.get(item.url)
    if (!first) items.set(item.url, item)
    else if (first.title !== item.title)
      unreadable.push(`“${item.title}” has the address of “${first.title}”`)
  }
  return { items: [...items.values()], unreadable }
}

/** An undated entry is as old as the one before it. */
function newestOf(drafts: Draft[], now: Date, unreadable: string[]): Draft[] {
  if (drafts.length <= MOST_ITEMS) return drafts
  unreadable.push(`${drafts.length - MOST_ITEMS} older items: at most ${MOST_ITEMS} are read`)
  let last = ''
  const dated = drafts.map((draft) => {
    last = firstMoment([...draft.published, ...draft.updated], now) ?? last
    return { draft, moment: last }
  })
  const newest = dated.sort((a, b) => (a.moment < b.moment ? 1 : a.moment > b.moment ? -1 : 0))
  return newest.slice(0, MOST_ITEMS).map(({ draft }) => draft)
}

function itemOf(draft: Draft, now: Date): Item | string {
  const title = lineIn(draft.title)
  const url = firstUrl(draft)
  if (url === null) return `no link: ${title || 'an entry without title'}`
  const summary = textIn(draft.summary)
  return {
    url,
    title,
    published: firstMoment(draft.published, now),
    updated: firstMoment(draft.updated, now),
    authors: namesOf(draft.authors),
    summary,
    text: textIn(draft.content) || summary,
  }
}

function firstUrl({ urls }: Draft): string | null {
  for (const { href, base } of urls) {
    const url = href.trim() === '' ? null : canonicalUrl(href.trim(), base)
    if (url !== null) return url
  }
  return null
}

function firstMoment(dates: (string | undefined)[], now: Date): string | null {
  for (const date of dates) {
    const moment = itemMoment(date, now)
    if (moment !== null) return moment
  }
  return null
}

function lineIn(text: Text | null): string {
  if (text === null) return ''
  return text.form === 'html' ? lineOf(text.value) : lineOfText(text.value)
}

function textIn(text: Text | null): string {
  if (text === null) return ''
  const read = text.form === 'html' ? paragraphsOf : paragraphsOfText
  return read(text.value).join('\n\n')
}
