import type { IssueReason, LastWord, WeekNews } from '../issue.ts'
import { stageWords } from '../stage.ts'
import { whatWouldChange } from '../status/outlook.ts'
import { storiesOf } from './news-of-week.stories.ts'
import { articlesReadBetween, listArticles, type PublicArticle } from './public/articles.ts'
import { type StatementRow, statementOf } from './public/statement.ts'
import { findStatements, lastWordBy, statementsOfArticles } from './public/statements.ts'
import { storyTitles } from './public/stories.ts'
import type { ShownStatement } from './status.ts'
import { changesUpTo } from './timeline.ts'

const MOST_ARTICLES = 2000 // of one period by publication; more are not looked at

/** From when (exclusive) to when (inclusive) something became known, ISO 8601 UTC. */
export type Period = { from: string; until: string }

/**
 * What makes an article known at a moment: that we had read it, or that it was published; the
 * latter composes the issue of a week before we began to read.
 */
export type KnownBy = 'reading' | 'publication'

/** What became known about the film in a period, and the status by what was known at its end. */
export async function newsOfWeek(
  db: D1Database,
  { from, until }: Period,
  by: KnownBy = 'reading',
): Promise<WeekNews> {
  const articles = await articlesKnown(db, { from, until }, by)
  const timeline = await changesUpTo(db, until, by === 'reading' ? until : null)
  const status = timeline.at(-1)
  const [reasons, spoken, titles, statements] = await Promise.all([
    findStatements(db, status?.because ?? []),
    lastWordBy(db, until).all<StatementRow>(),
    storyTitles(
      db,
      articles.map(({ storyId }) => storyId),
    ),
    statementsOfArticles(
      db,
      articles.map(({ id }) => id),
    ),
  ])
  const changes = timeline.filter((change) => change.from > from)
  return {
    status: {
      stage: status?.stage ?? null,
      words: stageWords(status?.stage ?? null),
      since: status?.from ?? null,
      reasons: reasons.toSorted(quotedFirst).map(reasonOf),
    },
    timeline: timeline.map((change) => ({ from: change.from, stage: change.stage })),
    lastWord: wordOf(spoken.results.map(statementOf)[0]),
    outlook: whatWouldChange(status?.stage ?? null),
    stories: storiesOf(articles, statements, {
      titles,
      turning: new Set(changes.flatMap(({ because }) => because)),
    }),
    articles: articles.length,
    duplicates: articles.filter(({ duplicateOf }) => duplicateOf).length,
  }
}

async function articlesKnown(
  db: D1Database,
  { from, until }: Period,
  by: KnownBy,
): Promise<PublicArticle[]> {
  if (by === 'reading') return await articlesReadBetween(db, from, until)
  const after = { moment: until, id: '\uffff' }
  const { items } = await listArticles(db, { limit: MOST_ARTICLES, after })
  return items.filter(({ moment }) => moment > from)
}

function wordOf(statement: ShownStatement | undefined): LastWord | null {
  if (!statement?.article.published) return null
  const { outlet, url, published } = statement.article
  const speaker = statement.speaker ?? 'the studio'
  return { speaker, quote: statement.quote, at: published, outlet, url }
}

function quotedFirst(one: ShownStatement, other: ShownStatement): number {
  return Number(one.quote === null) - Number(other.quote === null)
}

/** A reason as a sentence with its article: who said what, to whom; else what is reported. */
function reasonOf({
  speaker,
  role,
  quote,
  evidence,
  givenTo,
  article,
}: ShownStatement): IssueReason {
  const { outlet, url, published: at } = article
  if (!quote) {
    const words = role === 'outlet' ? `${outlet} writes: ${evidence}` : `As reported: ${evidence}`
    return { words, outlet, url, at }
  }
  const who = speaker ?? (role === 'insider' ? 'An insider' : 'Somebody unnamed')
  return { words: `${who}${givenTo ? ` to ${givenTo}` : ''}: “${quote}”`, outlet, url, at }
}
