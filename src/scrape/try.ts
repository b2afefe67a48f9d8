import type { App } from '../app.ts'
import type { Extract } from '../article.ts'
import { findKnown } from '../db/known.ts'
import { countUp, usedOf } from '../db/limits.ts'
import { knownPages } from '../db/pages.found.ts'
import { parseSources } from '../source.ts'
import { type Placement, placeArticle } from '../status/placement.ts'
import { type Reading, readArticle } from '../status/reading.ts'
import { itemRelevance } from '../story/item-relevance.ts'
import { decode } from './extract/charset.ts'
import { extract } from './extract.ts'
import { ask, type Fresh } from './fetch.ts'
import { articleOf, momentOf } from './found-article.ts'
import { type Item, showing } from './item.ts'
import { readItems } from './items.ts'
import { isPlayed } from './politeness.ts'
import { lookAddress } from './source-address.ts'

const HOUR = 3600_000 // milliseconds

/** An item as it would be taken or left, and why; `isKnown` where its page is read or to be read. */
type TriedItem = Pick<Item, 'url' | 'title' | 'published'> & {
  why: string | null
  isKnown: boolean
}

/** What an address gives. Nothing of it is kept but that it was asked. */
export type Tried =
  | { kind: 'items'; url: string; items: TriedItem[]; unreadable: string[] }
  | {
      kind: 'article'
      url: string
      extract: Extract
      reading: Reading
      placement: Placement | null
    }
  | { kind: 'nothing'; reason: string; until: string | null }

/**
 * Asks for an address once, as politely as any look, and tells what would be read there: a feed's or a
 * sitemap's items, or a page's article with its place among the others. The same address at most once
 * an hour; one that is a source already is looked at by a scan.
 */
export async function tryAddress(
  app: App,
  address: string,
  kind: 'feed' | 'sitemap' | 'page',
): Promise<Tried> {
  const source = app.config.sources.find((one) => lookAddress(one) === address)
  if (source) return nothing(`It is the address of source ${source.id}: look at that.`)
  const now = app.now()
  const endsAt = new Date(now.getTime() + HOUR).toISOString()
  const limit = { name: `try ${now.toISOString().slice(0, 13)} ${address}`, most: 1, endsAt }
  const isFree = isPlayed(app, new URL(address))
  if (!isFree && (await usedOf(app.db, limit.name)) > 0) {
    const until = new Date(Math.floor(now.getTime() / HOUR + 1) * HOUR).toISOString()
    return nothing('It was tried within this hour.', until)
  }
  const answer = await ask(app, address, kind === 'page' ? 'page' : 'feed')
  if (answer.kind === 'busy') return nothing('Its host is being asked just now.', answer.until)
  await countUp(app.db, limit).run()
  if (answer.kind === 'fresh') {
    return kind === 'page' ? await tryPage(app, answer) : await tryItems(app, answer, kind)
  }
  if (answer.kind === 'unchanged') return nothing('Nothing has changed since it was last asked.')
  return nothing(answer.reason, answer.kind === 'refused' ? answer.until : null)
}

async function tryItems(app: App, answer: Fresh, kind: 'feed' | 'sitemap'): Promise<Tried> {
  const { origin, hostname } = new URL(answer.url)
  const [source] = parseSources([
    { id: 'tried', kind, outlet: hostname, home: `${origin}/`, url: answer.url },
  ])
  if (!source) return nothing('It can be no source.')
  const reading = await readItems(source, answer, app.now())
  if (reading.kind === 'broken') return nothing(reading.reason)
  const known = await knownPages(
    app.db,
    reading.items.map(({ url }) => url),
  )
  const items = reading.items.map((item) => {
    const { url, title, published } = item
    const why = itemRelevance(app.config.topic, title, showing(item))
    return { url, title, published, why, isKnown: known.has(url) }
  })
  return { kind: 'items', url: answer.url, items, unreadable: reading.unreadable }
}

async function tryPage(app: App, { url, body, contentType }: Fresh): Promise<Tried> {
  const page = extract({ url, html: decode(body, contentType) })
  if (page.kind !== 'article') return nothing(page.reason ?? `It is no article: ${page.kind}`)
  const { sources, topic } = app.config
  const source = sources.find(({ home }) => new URL(home).host === new URL(url).host)
  const reading = readArticle(
    topic,
    articleOf(app.config, source, { id: 'tried', url, extract: page }),
  )
  const moment = momentOf(page.published, app.now().toISOString())
  const placement = reading.relevant
    ? placeArticle(reading, moment, await findKnown(app.db, reading, moment))
    : null
  return { kind: 'article', url, extract: page, reading, placement }
}

function nothing(reason: string, until: string | null = null): Tried {
  return { kind: 'nothing', reason, until }
}
