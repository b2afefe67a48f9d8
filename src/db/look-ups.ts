import type { Reading } from '../status/reading.ts'

// Of each key only so many rows are read, the earliest, so that a look-up costs the same whatever is
// stored: a phrase of the trade leads to a few, words that two texts share lead to both.
export const PER_KEY = 2
export const STORIES_EACH = 6 // of one name, the latest
const LIKELY_TEXTS = 3 // that share most keys, and so are compared
const LIKELY_WORDS = 6
const LIKELY_RELATIVES = 8 // of each sort, whose place may have to move
const TEXT_KEYS = 12
const WORD_KEYS = 12 // of a quotation
const WORD_KEYS_IN_ALL = 36 // of all quotations of an article together

/** What an article is looked up by. */
export type Wanted = {
  texts: string[]
  /** Its quotations: their own words, and some keys of each. */
  words: { key: string; keys: string[] }[]
  /** Names that stories are known by. */
  stories: string[]
}

/** The keys that an article is found by: all its words in their order, and some of its runs. */
export function keysOfText({ textKey, lookupKeys }: Reading['fingerprint']): string[] {
  return [`x${textKey}`, ...lookupKeys.map((key) => `a${key}`)]
}

/** The keys that a quotation is found by, the same first ones of the same words. */
export function keysOfWords(lookupKeys: string[]): string[] {
  return [...new Set(lookupKeys)].toSorted().map((key) => `q${key}`)
}

/** What articles, quotations and stories that may have to do with a reading are looked up by. */
export function wantedOf({
  fingerprint,
  quotations,
  storyKeys,
}: Pick<Reading, 'fingerprint' | 'quotations' | 'storyKeys'>): Wanted {
  const each = Math.floor(WORD_KEYS_IN_ALL / Math.max(1, quotations.length))
  const most = Math.max(1, Math.min(WORD_KEYS, each))
  const words = quotations.map(({ key, lookupKeys }) => {
    const keys = keysOfWords(lookupKeys).slice(0, most)
    return [key, { key, keys }] as const
  })
  return {
    texts: keysOfText(fingerprint).slice(0, 1 + TEXT_KEYS),
    words: [...new Map(words).values()],
    stories: storyKeys,
  }
}

/** Of articles found under several keys those worth comparing. */
export function likelyTexts(found: string[][]): string[] {
  return mostShared(found, LIKELY_TEXTS)
}

/** Of quotations found under several keys those worth comparing. */
export function likelyWords(found: string[][]): string[] {
  return mostShared(found, LIKELY_WORDS)
}

/** Of articles or quotations that come later those that a new one may move. */
export function likelyRelatives(found: string[][]): string[] {
  return mostShared(found, LIKELY_RELATIVES)
}

function mostShared(found: string[][], most: number): string[] {
  const times = new Map<string, number>()
  for (const id of found.flat()) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times]
    .sort(([one, shared], [other, less]) => less - shared || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id)
}
