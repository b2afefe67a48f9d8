import { STORIES_EACH, TEXTS_EACH, type Wanted, WORDS_EACH } from './look-ups.ts'
import { textsOf } from './rows.ts'

/** Whether what is looked up counts before or after the article that asks. */
type Side = 'before' | 'after'

const COMPARED: Record<Side, '<' | '>'> = { before: '<', after: '>' }
/** Rows are numbered by the second in which they count: see migrations/0015_said_at_once.sql. */
const ROWID: Record<Side, (moment: string) => string> = {
  before: (moment) => `rowid <= unixepoch(${moment}) * 2147483648 + 2147483647`,
  after: (moment) => `rowid >= unixepoch(${moment}) * 2147483648`,
}

/** Parameters: the wanted values as a JSON array, and the place of the article that asks. */
type Asked = { wanted: string; moment: string; id: string }

/** The first rows in time that are found by a key. */
function foundBy(key: string, { moment, id }: Asked, side: Side, most: number): string {
  return `SELECT id
    FROM search_words
    WHERE search_words MATCH 'keys : ' || ${key} AND ${ROWID[side](moment)} AND id <> ${id}
    ORDER BY rowid
    LIMIT ${most}`
}

/** Of each text key the ids of the articles that come first, as JSON: a list for each key. */
export function textsFound({ texts }: Wanted, asked: Asked, side: Side): string {
  return `(SELECT json_group_array(json(found))
    FROM (SELECT (SELECT json_group_array(id) FROM (${foundBy('column1', asked, side, TEXTS_EACH)})) AS found
          FROM ${textsOf(asked.wanted, texts.length)}))`
}

/**
 * Of each quotation its own key where just these words are known, else keys of quotations that share
 * runs of words with it, as JSON: for each a list of lists, one for each key.
 */
export function wordsFound({ words }: Wanted, asked: Asked, side: Side): string {
  if (words.length === 0) return asked.wanted
  const most = Math.max(0, ...words.map(({ keys }) => keys.length))
  const each = Array.from({ length: most }, (_, i) => {
    const found = foundBy(`column${i + 2}`, asked, side, WORDS_EACH)
    return `json((SELECT json_group_array(id) FROM (${found})))`
  })
  return `(SELECT json_group_array(json(found))
    FROM (SELECT iif(
            EXISTS (SELECT 1
                    FROM quotations
                    WHERE key = column1
                      AND (moment, article_id) ${COMPARED[side]} (${asked.moment}, ${asked.id})),
            json_array(json_array(column1)),
            json_array(${each.join(', ')})) AS found
          FROM (VALUES ${words.map((_, nth) => wordsRow(asked.wanted, nth, most)).join(', ')})))`
}

/** A quotation's own key and those that it is looked up by; where it has fewer, nothing is found. */
function wordsRow(wanted: string, nth: number, most: number): string {
  const keys = Array.from(
    { length: most },
    (_, i) => `COALESCE(${wanted} ->> '$[${nth}].keys[${i}]', 'none')`,
  )
  return `(${[`${wanted} ->> '$[${nth}].key'`, ...keys].join(', ')})`
}

/** Of each name its stories of a time, the latest before, the earliest after, as JSON. */
export function storiesFound({ stories }: Wanted, asked: Asked & { since: string }): string {
  if (stories.length === 0) return asked.wanted
  return `(SELECT json_group_array(json(found))
    FROM (SELECT (SELECT json_group_array(json_object(${STORY_PAIRS}))
                  FROM (SELECT story_id AS id, moment, speaker, original, keys
                        FROM story_keys
                        WHERE key = column1 AND moment >= ${asked.since}
                          AND (moment, story_id) < (${asked.moment}, ${asked.id})
                        ORDER BY moment DESC
                        LIMIT ${STORIES_EACH})) AS found
          FROM ${textsOf(asked.wanted, stories.length)}))`
}

/** A story of these columns as the rules take it. */
export const STORY_PAIRS = `'id', id, 'moment', moment, 'speaker', speaker, 'original', original,
  'lookupKeys', json(keys)`

/** Ids of the stories of each name that begin after the article, the earliest, as JSON. */
export function laterStories({ stories }: Wanted, asked: Asked): string {
  if (stories.length === 0) return asked.wanted
  return `(SELECT json_group_array(json(found))
    FROM (SELECT (SELECT json_group_array(story_id)
                  FROM (SELECT story_id
                        FROM story_keys
                        WHERE key = column1
                          AND (moment, story_id) > (${asked.moment}, ${asked.id})
                        ORDER BY moment
                        LIMIT ${STORIES_EACH})) AS found
          FROM ${textsOf(asked.wanted, stories.length)}))`
}
