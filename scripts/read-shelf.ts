import {
  keysOfText,
  keysOfWords,
  likelyTexts,
  likelyWords,
  STORIES_EACH,
  TEXTS_EACH,
  WORDS_EACH,
  wantedOf,
} from '../src/db/look-ups.ts'
import type { Known, Placement } from '../src/status/placement.ts'
import type { Reading } from '../src/status/reading.ts'
import type { KnownArticle } from '../src/story/duplicates.ts'
import type { KnownQuotation } from '../src/story/quotations.ts'
import type { KnownStory } from '../src/story/stories.ts'

const STORY_WINDOW = 10 * 24 * 3_600_000 // milliseconds before the article

/** What was read before, found by the keys, and as many of each, by which the Worker's tables find it. */
export class Shelf {
  /** Moment of the latest article kept. */
  latest = '1970-01-01T00:00:00.000Z'
  private readonly articles = new Map<string, KnownArticle>()
  private readonly quotations = new Map<string, KnownQuotation>()
  private readonly stories = new Map<string, KnownStory>()
  private readonly articleKeys = new Map<string, string[]>()
  private readonly quotationKeys = new Map<string, string[]>()
  private readonly storyKeys = new Map<string, string[]>()
  private readonly byUrl = new Map<string, KnownArticle>()

  find(reading: Reading, moment = reading.published ?? this.latest): Known {
    const wanted = wantedOf(reading)
    const revised = this.byUrl.get(reading.url)
    const texts = likelyTexts(
      wanted.texts.map((key) => (this.articleKeys.get(key) ?? []).slice(0, TEXTS_EACH)),
    )
    const words = likelyWords(
      wanted.words,
      wanted.words.map(({ key, keys }) =>
        this.quotations.has(key)
          ? [[key]]
          : keys.map((one) => (this.quotationKeys.get(one) ?? []).slice(0, WORDS_EACH)),
      ),
    )
    const articles = texts.flatMap((id) => this.articles.get(id) ?? [])
    const quotations = words.flatMap((key) => this.quotations.get(key) ?? [])
    return {
      articles: inTime([...new Set([...articles, ...(revised ? [revised] : [])])]),
      quotations: inTime(quotations),
      stories: inTime([
        ...new Set([
          ...wanted.stories.flatMap((key) => this.latestOf(key, moment)),
          ...[...articles, ...quotations, ...(revised ? [revised] : [])].flatMap(
            ({ storyId }) => this.stories.get(storyId) ?? [],
          ),
        ]),
      ]),
    }
  }

  keep(reading: Reading, placement: Placement, moment: string): void {
    const { articleId: id, url, fingerprint } = reading
    const { storyId, duplicateOf, founds } = placement
    const article = { id, url, moment, storyId, duplicateOf, fingerprint }
    this.articles.set(id, article)
    this.byUrl.set(url, article)
    for (const key of keysOfText(fingerprint)) put(this.articleKeys, key, id)
    for (const fresh of placement.freshQuotations) {
      if (this.quotations.has(fresh.key)) continue
      this.quotations.set(fresh.key, fresh)
      const printed = reading.quotations.find(({ key }) => key === fresh.key)
      for (const key of keysOfWords(printed?.lookupKeys ?? []))
        put(this.quotationKeys, key, fresh.key)
    }
    if (founds) {
      this.stories.set(founds.id, founds)
      for (const key of founds.lookupKeys) put(this.storyKeys, key, founds.id)
    }
    if (moment > this.latest) this.latest = moment
  }

  private latestOf(name: string, moment: string): KnownStory[] {
    const since = new Date(Date.parse(moment) - STORY_WINDOW).toISOString()
    return (this.storyKeys.get(name) ?? [])
      .flatMap((id) => this.stories.get(id) ?? [])
      .filter((story) => story.moment >= since)
      .toSorted((one, other) => (one.moment > other.moment ? -1 : 1))
      .slice(0, STORIES_EACH)
  }
}

function inTime<One extends { moment: string }>(list: One[]): One[] {
  return list.toSorted((one, other) => (one.moment < other.moment ? -1 : 1))
}

function put(table: Map<string, string[]>, key: string, value: string): void {
  table.set(key, [...(table.get(key) ?? []), value])
}
