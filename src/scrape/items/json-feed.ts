import type { Draft, Text } from './draft.ts'

/** A JSON value whose types nobody has checked. */
type Loose = Record<string, unknown>

type JsonFeed = { drafts: Draft[]; unreadable: string[]; next: string | null }

/** Reads JSON Feed 1.0 and 1.1, whatever the types of its values; null for what is none. */
export function readJsonFeed(text: string, base: string): JsonFeed | null {
  const feed = looseOf(parse(text))
  if (!feed) return null
  const { items = isJsonFeed(feed) ? [] : null } = feed
  if (!Array.isArray(items)) return null
  const authors = authorsOf(feed)
  const drafts: Draft[] = []
  const unreadable: string[] = []
  for (const entry of items) {
    const item = looseOf(entry)
    if (item) drafts.push(draftOf(item, base, authors))
    else unreadable.push(`no item: ${JSON.stringify(entry)?.slice(0, 50)}`)
  }
  return { drafts, unreadable, next: textOf(feed.next_url) ?? null }
}

function isJsonFeed({ version }: Loose): boolean {
  return typeof version === 'string' && version.includes('jsonfeed.org/version/')
}

function draftOf(item: Loose, base: string, feedAuthors: string[]): Draft {
  const authors = authorsOf(item)
  const id = textOf(item.id)
  const hrefs = [item.url, item.external_url, /^https?:/i.test(id ?? '') ? id : null]
  return {
    urls: hrefs.flatMap((href) => (typeof href === 'string' ? [{ href, base }] : [])),
    title: plain(item.title),
    published: [textOf(item.date_published), textOf(item.date_modified)],
    updated: [textOf(item.date_modified)],
    authors: authors.length > 0 ? authors : feedAuthors,
    summary: plain(item.summary),
    content: html(item.content_html) ?? plain(item.content_text),
  }
}

/** Version 1.1 has `authors`, version 1.0 `author`; some write names alone. */
function authorsOf({ authors, author }: Loose): string[] {
  const list = Array.isArray(authors) ? authors : [author]
  return list.flatMap((one) => textOf(looseOf(one)?.name ?? one) ?? [])
}

function plain(value: unknown): Text | null {
  const text = textOf(value)
  return text === undefined ? null : { value: text, form: 'plain' }
}

function html(value: unknown): Text | null {
  const text = textOf(value)
  return text === undefined ? null : { value: text, form: 'html' }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function looseOf(value: unknown): Loose | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // a SyntaxError: cut off, or no JSON at all
  }
}
