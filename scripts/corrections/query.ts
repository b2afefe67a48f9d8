import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Correction } from '../../src/db/corrections.ts'
import { askRemote } from '../archive/remote.ts'
import { databaseFile } from '../archive/tables.ts'
import type { Wrangler } from '../setup/wrangler.ts'

/** Asks a database one thing, in one statement that holds its own values; to be ended at the end. */
export type Query = { ask: (sql: string) => Promise<unknown[]>; end: () => void }

/** The database of a local run. */
export function localQuery(state: string): Query {
  const database = new DatabaseSync(databaseFile(state), { readOnly: true })
  return {
    ask: (sql) => Promise.resolve(database.prepare(sql).all()),
    end: () => database.close(),
  }
}

/** The deployed one, by `wrangler d1 execute`. */
export function remoteQuery(wrangler: Wrangler): Query {
  return { ask: (sql) => askRemote(wrangler, sql), end: () => undefined }
}

const PAGE = 50 // corrections a call
const BESIDE = 5 // articles of a story that stand beside the one that was corrected

const correctionsSchema = z.array(
  z.object({
    number: z.number(),
    id: z.string(),
    at: z.string(),
    articleId: z.string(),
    before: z.string(),
    after: z.string(),
  }),
)

const articlesSchema = z.array(
  z.object({
    id: z.string(),
    url: z.string(),
    outlet: z.string(),
    title: z.string(),
    authors: z.string(),
    published: z.string().nullable(),
    moment: z.string(),
    lang: z.string().nullable(),
    text: z.string(),
    reading: z.string(),
    corrected: z.string().nullable(),
    duplicateOf: z.string().nullable(),
    storyId: z.string().nullable(),
    original: z.string().nullable(),
  }),
)

/** An article as it is kept: its reading and its corrections are JSON. */
export type KeptArticle = z.infer<typeof articlesSchema>[number]

/** A correction that stands, with its number in the order of all. */
export type Standing = Pick<Correction, 'id' | 'at' | 'articleId' | 'before' | 'after'>

/** Corrections that are not undone, as they were made, each page with the articles that it needs. */
export async function* standingCorrections({
  ask,
}: Query): AsyncGenerator<{ corrections: Standing[]; articles: KeptArticle[] }> {
  for (let after = 0, size = PAGE; size === PAGE; ) {
    const rows = correctionsSchema.parse(
      await ask(
        `SELECT number, id, at, article_id AS articleId, before, after
         FROM corrections
         WHERE undone_at IS NULL AND number > ${after}
         ORDER BY number
         LIMIT ${PAGE}`,
      ),
    )
    size = rows.length
    after = rows.at(-1)?.number ?? after
    const corrections = rows.map(({ number: _, ...row }) => ({
      ...row,
      before: JSON.parse(row.before) as Standing['before'], // as src/db/corrections.ts wrote it
      after: JSON.parse(row.after) as Standing['after'],
    }))
    if (size > 0) yield { corrections, articles: await articlesBeside(ask, corrections) }
  }
}

/** Ids of articles, or of stories, that a correction is about. */
export function partiesOf({ articleId, before, after }: Standing): string[] {
  const others = after.kind === 'merge' ? after.into : after.kind === 'split' ? after.rest : null
  return [articleId, before.storyId, before.duplicateOf, others].flatMap((id) => id ?? [])
}

/** The articles that were corrected, and the first ones of the stories that they were or are in. */
async function articlesBeside(ask: Query['ask'], corrections: Standing[]): Promise<KeptArticle[]> {
  const ids = listOf([...new Set(corrections.flatMap(partiesOf))])
  return articlesSchema.parse(
    await ask(
      `WITH parties AS (SELECT value AS id FROM json_each(${ids}))
       SELECT id, url, outlet, title, authors, published, moment, lang, text, reading, corrected,
              duplicate_of AS duplicateOf, story_id AS storyId, original
       FROM articles
       WHERE id IN (SELECT id FROM parties)
         OR id IN (SELECT id
                   FROM (SELECT id, row_number() OVER (PARTITION BY story_id
                                                       ORDER BY moment, id) AS place
                         FROM articles
                         WHERE story_id IN (SELECT id FROM parties
                                            UNION SELECT story_id FROM articles
                                            WHERE id IN (SELECT id FROM parties)))
                   WHERE place <= ${BESIDE})
       ORDER BY moment, id`,
    ),
  )
}

/** Texts as one literal of JSON. */
function listOf(texts: string[]): string {
  return `'${JSON.stringify(texts).replaceAll("'", "''")}'`
}
