import type { DatabaseSync } from 'node:sqlite'

/** What keeping an article writes, besides counters; and the column that tells of whom a row is. */
const TABLES = {
  stories: 'id',
  story_keys: 'story_id',
  articles: 'id',
  quotations: 'article_id',
  printed: 'article_id',
  said_at: 'article_id',
  said_by: 'article_id',
  said_of: 'article_id',
}
const COMMON = 3 // stories that share a key make it a phrase of the trade
const STEP = 1800 // seconds between two clones of one article

const OWN = (column: string) => `${column} || printf('-%07d', clone)`
const EARLIER = (column: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-' || (clone * ${STEP}) || ' seconds')`

/** What a clone has of its own, by column; all else is as the original's. */
const CHANGED: Record<string, (column: string) => string> = {
  id: OWN,
  url: OWN,
  article_id: OWN,
  story_id: OWN,
  duplicate_of: OWN,
  quotation_key: OWN,
  text_key: OWN,
  moment: EARLIER,
  published: EARLIER,
  read_at: EARLIER,
  placed_at: EARLIER,
  // Rows are counted, not bytes: a million whole texts would fill the disk.
  text: () => `''`,
  said_marks: () => `'{}'`,
  reading: (column) =>
    `json_object('fingerprint', json_object('textKey', '', 'words', substr(${column} ->> '$.fingerprint.words', 1, 300)))`,
}

/**
 * Clones all that is stored but clones, so that there are the numbers `from` to `until` of each.
 * A clone has its own ids, moments and keys, but keeps what several stories share: names of speakers
 * and outlets, and common phrases.
 */
export function multiply(file: DatabaseSync, from: number, until: number): void {
  const later = file
    .prepare(
      `SELECT type, name, sql FROM sqlite_master
       WHERE sql IS NOT NULL AND (type = 'trigger' OR type = 'index') AND tbl_name <> '_cf_KV'`,
    )
    .all()
  for (const { type, name } of later) file.exec(`DROP ${type} ${name}`)
  file.exec(
    `CREATE TEMP TABLE clones AS WITH RECURSIVE numbers (clone) AS (
       SELECT ${from} UNION ALL SELECT clone + 1 FROM numbers WHERE clone < ${until - 1})
     SELECT clone FROM numbers`,
  )
  cloneSearch(file)
  for (const [table, owner] of Object.entries(TABLES)) cloneTable(file, table, owner)
  for (const { sql } of later) file.exec(String(sql))
  file.exec('DROP TABLE temp.clones')
}

/** What is searched, under numbers as migrations/0015_said_at_once.sql gives them. */
function cloneSearch(file: DatabaseSync): void {
  file.exec(
    `CREATE TEMP TABLE tokens AS
     SELECT search_words.rowid AS row, value AS token, COALESCE(
       (SELECT story_id FROM articles WHERE articles.id = search_words.id),
       (SELECT story_id FROM quotations WHERE key = search_words.id)) AS story
     FROM search_words, json_each('["' || replace(trim(keys), ' ', '","') || '"]')
     WHERE search_words.id NOT LIKE '%-%';
     CREATE TEMP TABLE common AS
     SELECT token FROM temp.tokens GROUP BY token HAVING count(DISTINCT story) >= ${COMMON};
     CREATE TEMP TABLE keyed AS
     SELECT row,
            group_concat(iif(token IN (SELECT token FROM temp.common), token, NULL), ' ') AS shared,
            group_concat(iif(token IN (SELECT token FROM temp.common), NULL, token), ' ') AS own
     FROM temp.tokens
     GROUP BY row`,
  )
  file.exec(
    `INSERT INTO search_words (rowid, words, keys, kind, id)
     SELECT search_words.rowid - clone * ${STEP} * 2147483648, words,
            COALESCE(shared, '') || ' ' || COALESCE(replace(own, ' ', 'z' || clone || ' ') || 'z' || clone, ''),
            kind, ${OWN('id')}
     FROM temp.keyed JOIN search_words ON search_words.rowid = keyed.row CROSS JOIN temp.clones
     ORDER BY 1;
     DROP TABLE temp.tokens; DROP TABLE temp.common; DROP TABLE temp.keyed`,
  )
}

/** In the order of the primary key, so that each page of the file is written once. */
function cloneTable(file: DatabaseSync, table: string, owner: string): void {
  const columns = file.prepare(`PRAGMA table_info(${table})`).all()
  if (columns.length === 0) return
  const names = columns.map(({ name }) => String(name))
  const keys = columns.filter(({ pk }) => Number(pk) > 0).map(({ name }) => `${table}.${name}`)
  file.exec(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.map((name) => newValue(table, name)).join(', ')}
     FROM ${table} CROSS JOIN temp.clones
     WHERE ${owner} NOT LIKE '%-%'
     ORDER BY ${keys.join(', ')}, clone`,
  )
}

/** Quotations are known by their words: those of a clone are its own. */
function newValue(table: string, column: string): string {
  const isQuotation = table === 'quotations' && column === 'key'
  return isQuotation ? OWN(column) : (CHANGED[column]?.(column) ?? column)
}
