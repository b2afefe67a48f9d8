import { Shelf } from '../../../scripts/read-shelf.ts'
import { searchWords } from '../../../src/db/public/words.ts'
import { type Placement, placeArticle } from '../../../src/status/placement.ts'
import { type Reading, readArticle } from '../../../src/status/reading.ts'
import type { Topic } from '../../../src/topic.ts'
import type { Page } from './pages.ts'

type Value = string | number | null
export type Row = Record<string, Value>
export type Rows = { table: string; row: Row }[]

/** The rules of a version before those of today, by which what is here was read. */
export const OLD_RULES = 1

const AT = '2026-01-20T09:00:00.000Z'

/**
 * What pages were, as rows of the tables that the first migrations made, with the columns that came
 * later: whoever enters them leaves out what his version does not have.
 */
export function rowsOfNews(topic: Topic, pages: Page[]): Rows {
  const shelf = new Shelf()
  const sources = pages.map(({ host }) => ({
    table: 'sources',
    row: { id: host, next_due_at: AT },
  }))
  const news = pages.flatMap((page) => {
    const reading = readArticle(topic, {
      ...{ id: page.id, url: page.url, outlet: page.outlet, title: page.title },
      ...{ published: page.published, lang: 'en', paragraphs: page.text },
    })
    const placement = placeArticle(reading, page.published, shelf.find(reading))
    shelf.keep(reading, placement, page.published)
    return [
      ...storyRows(placement),
      articleRow(page, reading, placement),
      ...keyRows(
        'article_keys',
        'article_id',
        page.id,
        page.published,
        reading.fingerprint.lookupKeys,
      ),
      ...quotationRows(reading, placement),
      ...placement.statements.map((one) => statementRow(page.id, one)),
    ]
  })
  return [...sources, ...news]
}

function storyRows({ founds }: Placement): Rows {
  if (!founds) return []
  const { id, moment, speaker, original, lookupKeys } = founds
  const row = { id, moment, speaker, original, keys: JSON.stringify(lookupKeys) }
  return [{ table: 'stories', row }, ...keyRows('story_keys', 'story_id', id, moment, lookupKeys)]
}

function articleRow(page: Page, reading: Reading, placement: Placement): Rows[number] {
  const { id, url, host, outlet, title, published } = page
  return {
    table: 'articles',
    row: {
      ...{ id, url, source_id: host, outlet, title, authors: '["Pat Ember"]', published },
      ...{ modified: null, lang: 'en', text: page.text.join('\n\n'), read_from: 'page' },
      ...{ read_at: AT, moment: published, rules_version: OLD_RULES, why: reading.why },
      reading: JSON.stringify({ ...reading, rulesVersion: OLD_RULES }),
      ...{ relevant: 1, stage: reading.stage, headline_stage: reading.headlineStage },
      ...{ overclaims: Number(reading.overclaims), text_key: reading.fingerprint.textKey },
      ...{ duplicate_of: placement.duplicateOf, story_id: placement.storyId },
      ...{ story_join: JSON.stringify(placement.join), original: placement.original },
      ...{ placed_at: AT, words: searchWords(`${title} ${outlet}`).join(' ') },
    },
  }
}

function quotationRows(reading: Reading, { freshQuotations }: Placement): Rows {
  return freshQuotations.flatMap((one) => {
    const { key, speaker, articleId, moment, saidOn, givenTo, storyId } = one
    const keys = reading.quotations.find((quotation) => quotation.key === key)?.lookupKeys ?? []
    const row = {
      ...{ key, speaker: speaker?.name ?? null, role: speaker?.role ?? 'outlet' },
      ...{ article_id: articleId, moment, said_on: saidOn },
      ...{ given_to: givenTo, story_id: storyId, keys: JSON.stringify(keys) },
    }
    return [
      { table: 'quotations', row },
      ...keyRows('quotation_keys', 'quotation_key', key, moment, keys),
    ]
  })
}

function statementRow(articleId: string, one: Placement['statements'][number]): Rows[number] {
  const { id, speaker, role, quote, evidence, givenTo, saidOn, stage, modality, rule } = one
  const row = {
    ...{ id, article_id: articleId, speaker, role, quote, evidence, given_to: givenTo },
    ...{ said_on: saidOn, stage, modality, rule },
    ...{ recalled: Number(one.recalled), fresh: Number(one.fresh) },
  }
  return { table: 'statements', row }
}

function keyRows(table: string, column: string, id: string, moment: string, keys: string[]): Rows {
  return [...new Set(keys)].map((key) => ({ table, row: { key, moment, [column]: id } }))
}
