import type { IssueNews, IssueStory } from '../issue.ts'
import { stageWords } from '../stage.ts'
import { storyTitle } from '../status/story-title.ts'
import { foldedWords } from '../story/fold.ts'
import { articlesReadBetween, type ListedArticle } from './listing.ts'
import { currentStatus, findStatements, type ShownStatement, statementsOf } from './status.ts'

/** From when (exclusive) to when (inclusive) something was read, ISO 8601 UTC. */
export type Period = { from: string; until: string }

/** What was read about the film in a period, and the status after it. */
export async function newsOfWeek(db: D1Database, { from, until }: Period): Promise<IssueNews> {
  const articles = await articlesReadBetween(db, from, until)
  const [status, statements] = await Promise.all([
    currentStatus(db),
    statementsOf(
      db,
      articles.map(({ id }) => id),
    ),
  ])
  const reasons = await findStatements(db, status.because)
  return {
    status: {
      stage: status.stage,
      words: stageWords(status.stage),
      since: status.since,
      reasons: reasons.map(reasonOf),
    },
    stories: storiesOf(articles, statements),
    articles: articles.length,
    duplicates: articles.filter(({ duplicateOf }) => duplicateOf).length,
  }
}

/** The articles by story, latest story first. */
function storiesOf(articles: ListedArticle[], statements: ShownStatement[]): IssueStory[] {
  const stories = Map.groupBy(articles, ({ storyId }) => storyId)
  return [...stories].map(([id, members]) => {
    const inTime = members.toReversed()
    const ids = new Set(inTime.filter(({ duplicateOf }) => !duplicateOf).map((one) => one.id))
    return storyOf(
      id,
      inTime,
      statements.filter(({ article }) => ids.has(article.id)),
    )
  })
}

function storyOf(id: string, articles: ListedArticle[], statements: ShownStatement[]): IssueStory {
  const original = articles.find((article) => article.original)?.original ?? null
  const first = articles.find(({ stage }) => stage)
  return {
    id,
    title: storyTitle(statements, first?.stage ?? null, articles[0]?.title ?? ''),
    summary: null,
    original: original === null ? null : { outlet: original, url: urlAt(original, articles) },
    articles: articles.map(({ outlet, title, url, published }) => ({
      outlet,
      title,
      url,
      published,
    })),
    statements: quotesOf(statements),
    overclaims: articles.flatMap(({ outlet, title, overclaims, headlineStage, stage }) =>
      overclaims && headlineStage
        ? [{ outlet, headline: title, claims: headlineStage, supports: stage }]
        : [],
    ),
  }
}

function urlAt(outlet: string, articles: ListedArticle[]): string | null {
  return articles.find((article) => article.outlet === outlet)?.url ?? null
}

/** Each quotation once, as the first article of the story printed it. */
function quotesOf(statements: ShownStatement[]): IssueStory['statements'] {
  const seen = new Set<string>()
  return statements.flatMap(({ speaker, role, quote, saidOn, givenTo, fresh }) => {
    const opening = `${speaker}: ${foldedWords(quote ?? '')
      .slice(0, 5)
      .join(' ')}`
    if (!speaker || !quote || seen.has(opening)) return []
    seen.add(opening)
    return [{ speaker, role, quote, saidOn, givenTo, fresh }]
  })
}

/** A reason as a sentence: who said what, to whom. */
function reasonOf({ speaker, role, quote, evidence, givenTo, article }: ShownStatement): string {
  const who = speaker ?? (role === 'insider' ? 'An insider' : article.outlet)
  const where = givenTo ? ` to ${givenTo}` : ''
  return `${who}${where}: “${quote ?? evidence}”`
}
