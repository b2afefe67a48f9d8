import type { Known, Placement } from '../src/status/placement.ts'
import type { Reading } from '../src/status/reading.ts'
import type { KnownArticle } from '../src/story/duplicates.ts'
import type { KnownQuotation } from '../src/story/quotations.ts'
import type { KnownStory } from '../src/story/stories.ts'

/** What was read before, under the keys that the Worker's tables are indexed by. */
export class Shelf {
  /** Moment of the latest article kept. */
  latest = '1970-01-01T00:00:00.000Z'
  private readonly articles = new Map<string, KnownArticle[]>()
  private readonly quotations = new Map<string, KnownQuotation[]>()
  private readonly stories = new Map<string, KnownStory[]>()

  find(reading: Reading): Known {
    const { fingerprint, url, storyKeys } = reading
    const articles = among(this.articles, [url, fingerprint.textKey, ...fingerprint.lookupKeys])
    const quotations = among(
      this.quotations,
      reading.quotations.flatMap(({ key, lookupKeys }) => [key, ...lookupKeys]),
    )
    const found = [...articles, ...quotations].map(({ storyId }) => `#${storyId}`)
    return { articles, quotations, stories: among(this.stories, [...storyKeys, ...found]) }
  }

  keep(reading: Reading, placement: Placement, moment: string): void {
    const { articleId: id, url, fingerprint } = reading
    const { storyId, duplicateOf, founds } = placement
    const article = { id, url, moment, storyId, duplicateOf, fingerprint }
    put(this.articles, [url, fingerprint.textKey, ...fingerprint.lookupKeys], article)
    for (const fresh of placement.freshQuotations) {
      const printed = reading.quotations.find(({ key }) => key === fresh.key)
      put(this.quotations, [fresh.key, ...(printed?.lookupKeys ?? [])], fresh)
    }
    if (founds) put(this.stories, [`#${founds.id}`, ...founds.lookupKeys], founds)
    if (moment > this.latest) this.latest = moment
  }
}

function among<T>(table: Map<string, T[]>, keys: string[]): T[] {
  return [...new Set(keys.flatMap((key) => table.get(key) ?? []))]
}

function put<T>(table: Map<string, T[]>, keys: string[], value: T): void {
  for (const key of new Set(keys)) table.set(key, [...(table.get(key) ?? []), value])
}
