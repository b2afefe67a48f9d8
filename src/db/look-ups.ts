import type { Reading } from '../status/reading.ts'

// Of each key only so many rows are read, the earliest, so that a look-up costs the same whatever is
// stored: a phrase of the trade leads to a few, words that two texts share lead to both.
export const TEXTS_EACH = 3
export const WORDS_EACH = 2
export const STORIES_EACH = 4 // of one name, the latest
const LIKELY_TEXTS = 4 // that share most keys, and so are compared
const LIKELY_WORDS = 5
const LIKELY_RELATIVES = 8 // of each sort, whose place may have to move
const TEXT_KEYS = 13
const WORD_KEYS = 9 // of a quotation
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

/** Of articles found under several keys those worth comparing: a phrase alone is no reason to. */
export function likelyTexts(found: string[][]): string[] {
  return mostShared(found, TEXTS_EACH, 2 * PHRASE).slice(0, LIKELY_TEXTS)
}

/**
 * Of the quotations that each of an article's own was found to share keys with, a list for each key,
 * those worth comparing; and all that have just its words.
 */
export function likelyWords(words: Wanted['words'], found: string[][][]): string[] {
  const same = found.flatMap((lists, i) => lists.flat().filter((key) => key === words[i]?.key))
  const others = mostShared(found.flat(), WORDS_EACH).slice(0, LIKELY_WORDS)
  return [...new Set([...same, ...others])]
}

/** Of what comes later under several keys that which a new article may move. */
export function likelyRelatives(found: string[][]): string[] {
  return mostShared(found, Number.POSITIVE_INFINITY).slice(0, LIKELY_RELATIVES)
}

const PHRASE = 0.1 // what a key counts that leads to as many as are read, and maybe to thousands

/** What was found, that which shares the rarest keys first; `most` were read of a key. */
function mostShared(found: string[][], most: number, least = 0): string[] {
  const weights = new Map<string, number>()
  for (const ids of found) {
    const weight = ids.length < most ? 1 / ids.length : PHRASE
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight)
  }
  return [...weights]
    .filter(([, weight]) => weight >= least)
    .sort(([one, weight], [other, less]) => less - weight || (one < other ? -1 : 1))
    .map(([id]) => id)
}
