import type { Known } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'
import type { DatedQuotation } from '../status/revision.ts'
import type { KnownArticle } from '../story/duplicates.ts'
import type { KnownQuotation } from '../story/quotations.ts'
import type { KnownStory } from '../story/stories.ts'
import { likeTexts, likeWords, sameTexts, storiesOf, textKeys, wordKeys } from './look-ups.ts'

const STORY_WINDOW = 10 * 24 * 3_600_000 // milliseconds before the article
const CANDIDATES = 20 // stories

/** What is known, and no later than the article, that a reading's keys lead to. */
export async function findKnown(db: D1Database, reading: Reading, moment: string): Promise<Known> {
  const [articles, quotations] = await db.batch([
    articlesByText(db, reading, moment),
    quotationsByWords(db, reading, lastMoment(reading, moment)),
  ])
  const found = {
    articles: ((articles?.results ?? []) as ArticleRow[]).map(articleOf),
    quotations: ((quotations?.results ?? []) as QuotationRow[]).map(quotationOf),
  }
  const ids = [...new Set([...found.articles, ...found.quotations].map(({ storyId }) => storyId))]
  const stories = await storiesByKeys(db, reading, moment, ids).all<StoryRow>()
  return { ...found, stories: stories.results.map(storyOf) }
}

/** What a revision brought may repeat what was said after the first text. */
function lastMoment({ quotations }: { quotations: DatedQuotation[] }, moment: string): string {
  return quotations.reduce((last, { since }) => (since && since > last ? since : last), moment)
}

type ArticleRow = {
  id: string
  url: string
  moment: string
  storyId: string
  duplicateOf: string | null
  fingerprint: string
}

/** What another article stands for, and what is shown elsewhere by correction, is left aside. */
function articlesByText(db: D1Database, reading: Reading, moment: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, url, moment, COALESCE(story_by_rules, story_id) AS storyId,
              duplicate_of AS duplicateOf, reading -> '$.fingerprint' AS fingerprint
       FROM articles
       WHERE id IN (SELECT id FROM (${sameTexts('?1')})
                      UNION SELECT id FROM (${likeTexts('?2', 'moment <= ?4')}))
         AND id <> ?3 AND story_id IS NOT NULL AND heir_id IS NULL AND (moment, id) < (?4, ?3)
       ORDER BY moment, id`,
    )
    .bind(reading.fingerprint.textKey, JSON.stringify(textKeys(reading)), reading.articleId, moment)
}

function articleOf({ fingerprint, ...row }: ArticleRow): KnownArticle {
  return { ...row, fingerprint: JSON.parse(fingerprint) as KnownArticle['fingerprint'] }
}

type QuotationRow = Omit<KnownQuotation, 'speaker'> & {
  speaker: string | null
  role: KnownQuotation['speaker']['role']
}

function quotationsByWords(db: D1Database, reading: Reading, moment: string): D1PreparedStatement {
  const keys = reading.quotations.map(({ key }) => key)
  const lookups = wordKeys(reading)
  return db
    .prepare(
      `SELECT key, speaker, role, article_id AS articleId, moment, said_on AS saidOn,
              given_to AS givenTo, story_id AS storyId
       FROM quotations
       WHERE key IN (SELECT value FROM json_each(?1) UNION SELECT id FROM (${likeWords('?2', 'moment <= ?4')}))
         AND article_id <> ?3 AND (moment, article_id) < (?4, ?3)
       ORDER BY moment, article_id`,
    )
    .bind(JSON.stringify(keys), JSON.stringify(lookups), reading.articleId, moment)
}

function quotationOf({ speaker, role, ...row }: QuotationRow): KnownQuotation {
  return { ...row, speaker: { name: speaker, role } }
}

type StoryRow = Omit<KnownStory, 'lookupKeys'> & { lookupKeys: string }

/** Stories by their keys or ids; one whose founder has since joined another story is gone. */
function storiesByKeys(
  db: D1Database,
  reading: Reading,
  moment: string,
  ids: string[],
): D1PreparedStatement {
  const since = new Date(Date.parse(moment) - STORY_WINDOW).toISOString()
  return db
    .prepare(
      `SELECT stories.id, stories.moment, stories.speaker, stories.original,
              stories.keys AS lookupKeys
       FROM stories JOIN articles
         ON articles.id = stories.id AND COALESCE(story_by_rules, articles.story_id) = stories.id
           AND heir_id IS NULL
       WHERE (stories.id IN (SELECT value FROM json_each(?1))
           OR stories.id IN (${storiesOf('?2', 'moment BETWEEN ?3 AND ?5', 'DESC')}))
         AND stories.id <> ?4 AND (stories.moment, stories.id) < (?5, ?4)
       ORDER BY stories.moment, stories.id
       LIMIT ${CANDIDATES}`,
    )
    .bind(JSON.stringify(ids), JSON.stringify(reading.storyKeys), since, reading.articleId, moment)
}

function storyOf({ lookupKeys, ...row }: StoryRow): KnownStory {
  return { ...row, lookupKeys: JSON.parse(lookupKeys) as string[] }
}
