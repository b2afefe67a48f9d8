import type { Reading } from '../status/reading.ts'

// Of each key only so many rows are read, the earliest, so that a look-up costs the same whatever is
// stored: a phrase of the trade leads to a few, words that two texts share lead to both.
const PER_KEY = 2
const LIKELY = 5 // articles or quotations that share most keys
const STORIES = 6 // of one name, the latest
const KEYS = 20 // of all quotations of an article together
const KEYS_EACH = 6
// Fewer keys are stored than are looked up: what survives of a few stands among more of the copy's.
const STORED = 10 // of an article
const LOOKED_UP = 12
const STORED_EACH = 4 // of a quotation

/** The keys that an article is found by. */
export function storedTextKeys({ fingerprint }: Reading): string[] {
  return fingerprint.lookupKeys.slice(0, STORED)
}

/** The keys by which articles with a like text are looked up. */
export function textKeys({ fingerprint }: Reading): string[] {
  return fingerprint.lookupKeys.slice(0, LOOKED_UP)
}

/** The keys that a quotation is found by: those that sort first. */
export function storedWordKeys(lookupKeys: string[]): string[] {
  return [...new Set(lookupKeys)].toSorted().slice(0, STORED_EACH)
}

/** Rows of a table of keys, the first of each key in time, by how many keys they share. */
function sharing(table: string, id: string, keys: string, times: string): string {
  return `SELECT found.value AS id
    FROM json_each(${keys}) AS wanted, json_each((
      SELECT json_group_array(${id})
      FROM (SELECT ${id} FROM ${table}
            WHERE key = wanted.value AND ${times}
            ORDER BY moment LIMIT ${PER_KEY}))) AS found
    GROUP BY found.value
    ORDER BY count(*) DESC, found.value
    LIMIT ${LIKELY}`
}

/** Articles whose text shares keys with `keys`; `times` tells which moments count. */
export function likeTexts(keys: string, times: string): string {
  return sharing('article_keys', 'article_id', keys, times)
}

/** Quotations that share keys with `keys`. */
export function likeWords(keys: string, times: string): string {
  return sharing('quotation_keys', 'quotation_key', keys, times)
}

/** Articles with the same words in the same order. */
export function sameTexts(key: string): string {
  return `SELECT id FROM articles WHERE text_key = ${key} LIMIT ${LIKELY}`
}

/** Stories of names, of a time, as `times` and the order of its moments tell. */
export function storiesOf(keys: string, times: string, order: 'ASC' | 'DESC'): string {
  return `SELECT found.value AS id
    FROM json_each(${keys}) AS wanted, json_each((
      SELECT json_group_array(story_id)
      FROM (SELECT story_id FROM story_keys
            WHERE key = wanted.value AND ${times}
            ORDER BY moment ${order} LIMIT ${STORIES}))) AS found`
}

/** Some keys of each quotation, the same of the same words: those that sort first. */
export function wordKeys({ quotations }: Reading): string[] {
  const each = Math.max(1, Math.min(KEYS_EACH, Math.floor(KEYS / Math.max(1, quotations.length))))
  const keys = quotations.flatMap(({ lookupKeys }) => lookupKeys.toSorted().slice(0, each))
  return [...new Set(keys)].slice(0, KEYS)
}
