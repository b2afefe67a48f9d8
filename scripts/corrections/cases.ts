import { toldOf } from '../../src/scrape/correct.told.ts'
import { correctReading } from '../../src/status/corrected.ts'
import type { Corrected } from '../../src/status/corrections.ts'
import type { Reading } from '../../src/status/reading.ts'
import { type DatedStatement, isWithdrawn } from '../../src/status/revision.ts'
import { type KeptArticle, partiesOf, type Standing } from './query.ts'

/** A line of articles.ndjson, as the corpora of test/corpus/reading have it. */
export type ArticleLine = {
  id: string
  topic: string
  outlet: string
  url: string
  title: string
  byline: string | null
  published: string | null
  lang: string | null
  /** Paragraphs parted by a blank line; empty where the text is not kept any more. */
  text: string
  revision_of: null
}

/** What a careful reader takes from an article, as gold.json has it. */
export type GoldArticle = {
  relevant: boolean
  duplicate_of: string | null
  story: string | null
  stage: string | null
  headline_stage: string | null
  overclaims: boolean
  statements: Record<string, string | null>[]
}

type GoldStory = { topic: string; what: string; original_outlet: string | null; date: string }

/** A correction as a labelled case. */
export type Case = {
  case: string
  at: string
  /** What the admin said; all else of the labels is as the site shows it, and to be looked over. */
  corrected: { article: string; act: string; before: object; after: object }
  articles: ArticleLine[]
  gold: { articles: Record<string, GoldArticle>; stories: Record<string, GoldStory> }
}

/** The case that a correction makes, of the articles that it is about. Pure. */
export function caseOf(topic: string, correction: Standing, kept: KeptArticle[]): Case {
  const parties = new Set(partiesOf(correction))
  const stories = new Set(kept.filter(({ id }) => parties.has(id)).map(({ storyId }) => storyId))
  const isMeant = ({ id, storyId }: KeptArticle) =>
    parties.has(id) || (storyId !== null && (parties.has(storyId) || stories.has(storyId)))
  const meant = kept.filter(isMeant)
  const { act, before, after } = toldOf(correction)
  return {
    case: correction.id,
    at: correction.at,
    corrected: { article: correction.articleId, act, before, after },
    articles: meant.map((article) => lineOf(topic, article)),
    gold: {
      articles: Object.fromEntries(meant.map((article) => [article.id, goldOf(article)])),
      stories: Object.fromEntries(storiesOf(topic, meant)),
    },
  }
}

function lineOf(topic: string, article: KeptArticle): ArticleLine {
  const { id, outlet, url, title, published, lang, text } = article
  const authors = JSON.parse(article.authors) as string[] // as src/db/articles.ts wrote it
  const byline = authors.join(', ') || null
  return { id, topic, outlet, url, title, byline, published, lang, text, revision_of: null }
}

function goldOf({ reading, corrected, duplicateOf, storyId }: KeptArticle): GoldArticle {
  const said = JSON.parse(corrected ?? '{}') as Corrected // as src/db/corrections.ts wrote it
  const read = correctReading(JSON.parse(reading) as Reading, said)
  return {
    relevant: read.relevant,
    duplicate_of: duplicateOf,
    story: storyId,
    stage: read.relevant ? read.stage : null,
    headline_stage: read.relevant ? read.headlineStage : null,
    overclaims: read.overclaims,
    statements: read.relevant ? statementsOf(read.statements) : [],
  }
}

function statementsOf(statements: DatedStatement[]): GoldArticle['statements'] {
  return statements
    .filter((one) => !isWithdrawn(one))
    .map(({ speaker, role, quote, evidence, givenTo, saidOn, stage, modality }) => ({
      ...{ speaker, role, quote, evidence, given_to: givenTo, said_on: saidOn, stage, modality },
    }))
}

/** A story is told by the first of its articles. */
function storiesOf(topic: string, articles: KeptArticle[]): [string, GoldStory][] {
  const firsts = new Map<string, KeptArticle>()
  for (const article of articles) {
    const { storyId } = article
    if (storyId !== null && !firsts.has(storyId)) firsts.set(storyId, article)
  }
  return [...firsts].map(([id, { title, original, moment }]) => [
    id,
    { topic, what: title, original_outlet: original, date: moment.slice(0, 10) },
  ])
}
