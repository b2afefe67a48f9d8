import type { Known } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'
import type { DatedQuotation } from '../status/revision.ts'
import type { KnownArticle } from '../story/duplicates.ts'
import type { KnownQuotation } from '../story/quotations.ts'
import type { KnownStory } from '../story/stories.ts'
import { inTime, type Place } from './in-time.ts'
import { STORY_PAIRS, storiesFound, textsFound, wordsFound } from './look-ups.sql.ts'
import { likelyTexts, likelyWords, wantedOf } from './look-ups.ts'
import { textsOf } from './rows.ts'

const STORY_WINDOW = 10 * 24 * 3_600_000 // milliseconds before the article

/** What is known, and no later than the article, that a reading's keys lead to. */
export async function findKnown(db: D1Database, reading: Reading, moment: string): Promise<Known> {
  const last = lastMoment(reading, moment)
  const { texts, words, stories } = await lookUp(db, reading, moment, last)
  const { articles, quotations } = await readFound(db, texts, words)
  const founds = [...stories, ...[...articles, ...quotations].flatMap(({ story }) => story ?? [])]
  const own = { moment, id: reading.articleId }
  const until = { ...own, moment: last }
  return {
    articles: articles
      .map(({ story: _, ...article }) => article)
      .filter((article) => isBefore(article, own))
      .toSorted(inTime),
    quotations: quotations
      .map(({ story: _, ...quotation }) => quotation)
      .filter((quotation) => isBefore(placeOf(quotation), until))
      .toSorted((one, other) => inTime(placeOf(one), placeOf(other))),
    stories: [...new Map(founds.map((story) => [story.id, story])).values()]
      .filter((story) => isBefore(story, own))
      .toSorted(inTime),
  }
}

/** What a revision brought may repeat what was said after the first text. */
function lastMoment({ quotations }: { quotations: DatedQuotation[] }, moment: string): string {
  return quotations.reduce((last, { since }) => (since && since > last ? since : last), moment)
}

function placeOf({ moment, articleId }: KnownQuotation): Place {
  return { moment, id: articleId }
}

function isBefore(one: Place, other: Place): boolean {
  return one.id !== other.id && inTime(one, other) < 0
}

/** Where the keys of a reading lead: ids of articles, keys of quotations, and stories. */
async function lookUp(
  db: D1Database,
  reading: Reading,
  moment: string,
  last: string,
): Promise<{ texts: string[]; words: string[]; stories: KnownStory[] }> {
  const wanted = wantedOf(reading)
  const row = await db
    .prepare(
      `SELECT ${textsFound(wanted, { wanted: '?1', moment: '?6', id: '?7' }, 'before')} AS texts,
              ${wordsFound(wanted, { wanted: '?2', moment: '?5', id: '?7' }, 'before')} AS words,
              ${storiesFound(wanted, { wanted: '?3', since: '?4', moment: '?6', id: '?7' })} AS stories`,
    )
    .bind(
      JSON.stringify(wanted.texts),
      JSON.stringify(wanted.words),
      JSON.stringify(wanted.stories),
      new Date(Date.parse(moment) - STORY_WINDOW).toISOString(),
      last,
      moment,
      reading.articleId,
    )
    .first<{ texts: string; words: string; stories: string }>()
  return {
    texts: likelyTexts(JSON.parse(row?.texts ?? '[]') as string[][]),
    words: likelyWords(wanted.words, JSON.parse(row?.words ?? '[]') as string[][][]),
    stories: (JSON.parse(row?.stories ?? '[]') as KnownStory[][]).flat(),
  }
}

type WithStory<Found> = Found & { story: KnownStory | null }

/** The articles and quotations of these ids and keys, each with its story where that is still led. */
async function readFound(
  db: D1Database,
  texts: string[],
  words: string[],
): Promise<{
  articles: WithStory<KnownArticle>[]
  quotations: WithStory<KnownQuotation>[]
}> {
  if (texts.length + words.length === 0) return { articles: [], quotations: [] }
  const row = await db
    .prepare(
      `SELECT ${texts.length ? articlesIn('?1', texts.length) : '?1'} AS articles,
              ${words.length ? quotationsIn('?2', words.length) : '?2'} AS quotations`,
    )
    .bind(JSON.stringify(texts), JSON.stringify(words))
    .first<{ articles: string; quotations: string }>()
  return {
    articles: JSON.parse(row?.articles ?? '[]') as WithStory<KnownArticle>[],
    quotations: JSON.parse(row?.quotations ?? '[]') as WithStory<KnownQuotation>[],
  }
}

/** What another article stands for is left aside. */
function articlesIn(ids: string, count: number): string {
  return `(SELECT json_group_array(json_object('id', articles.id, 'url', url, 'moment', moment,
             'storyId', COALESCE(story_by_rules, story_id), 'duplicateOf', duplicate_of,
             'fingerprint', reading -> '$.fingerprint',
             'story', ${storyIn('COALESCE(story_by_rules, story_id)')}))
    FROM ${textsOf(ids, count)} CROSS JOIN articles ON articles.id = column1
    WHERE story_id IS NOT NULL AND heir_id IS NULL)`
}

function quotationsIn(keys: string, count: number): string {
  return `(SELECT json_group_array(json_object('key', key,
             'speaker', json_object('name', speaker, 'role', role), 'articleId', article_id,
             'moment', moment, 'saidOn', said_on, 'givenTo', given_to, 'storyId', story_id,
             'story', ${storyIn('quotations.story_id')}))
    FROM ${textsOf(keys, count)} CROSS JOIN quotations ON key = column1)`
}

function storyIn(id: string): string {
  return `(SELECT json_object(${STORY_PAIRS}) FROM stories WHERE stories.id = ${id} AND led = 1)`
}
