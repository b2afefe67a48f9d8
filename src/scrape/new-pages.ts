import type { App } from '../app.ts'
import { knownPages, type NewPage } from '../db/pages.found.ts'
import type { Source } from '../source.ts'
import { itemRelevance } from '../story/item-relevance.ts'
import { type Item, showing } from './item.ts'

/** Items whose title, summary or address names the film; each item is logged with the reason. */
export function relevantItems(app: App, { id }: Source, items: Item[]): Item[] {
  return items.filter((item) => {
    const why = itemRelevance(app.config.topic, item.title, showing(item))
    app.log('item', { source: id, url: item.url, why: why ?? 'names neither film' })
    return why !== null
  })
}

/** Of these items those whose pages are not known yet, as pages that are to be read under a scan. */
export async function newPages(
  { db }: App,
  { sourceId, scanId }: Pick<NewPage, 'sourceId' | 'scanId'>,
  items: Item[],
): Promise<NewPage[]> {
  const known = await knownPages(
    db,
    items.map(({ url }) => url),
  )
  return items
    .filter(({ url }) => !known.has(url))
    .map(({ url, title, published, text }) => {
      return { url, sourceId, scanId, title, published, feedText: text }
    })
}
