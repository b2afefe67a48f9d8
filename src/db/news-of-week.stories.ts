import type { IssueStory } from '../issue.ts'
import { isOnRecord, rankOf } from '../status/authority.ts'
import { foldedWords } from '../story/fold.ts'
import type { PublicArticle } from './public/articles.ts'
import type { ShownStatement } from './status.ts'

const OPENING = 5 // words that tell a quotation from others of its speaker

/** Titles of the stories by id, and ids of the statements that changed the status in the period. */
type Known = { titles: Map<string, string>; turning: Set<string> }

type RankedStory = { story: IssueStory; authority: number; latest: string }

/**
 * The articles by story, best first: what changed the status, latest first; then fresh words on
 * record by the authority of who speaks, then what most outlets carry in their own words.
 */
export function storiesOf(
  articles: PublicArticle[],
  statements: ShownStatement[],
  known: Known,
): IssueStory[] {
  const stories = Map.groupBy(articles, ({ storyId }) => storyId)
  return [...stories]
    .map(([id, members]) => {
      const inTime = members.toReversed()
      const ids = new Set(inTime.filter(({ duplicateOf }) => !duplicateOf).map((one) => one.id))
      const told = statements.filter(({ article }) => ids.has(article.id))
      return {
        story: storyOf(id, inTime, told, known),
        authority: Math.max(0, ...told.filter(isFreshOnRecord).map(({ role }) => rankOf(role))),
        latest: latestOf(members, told, known.turning),
      }
    })
    .sort(byNewsworth)
    .map(({ story }) => story)
}

function byNewsworth(one: RankedStory, other: RankedStory): number {
  return (
    Number(other.story.isChange) - Number(one.story.isChange) ||
    (one.story.isChange ? other.latest.localeCompare(one.latest) : 0) ||
    other.authority - one.authority ||
    other.story.outlets - one.story.outlets ||
    other.latest.localeCompare(one.latest) ||
    one.story.id.localeCompare(other.story.id)
  )
}

/** When a story last turned the status; of one that did not, when it was last told. */
function latestOf(
  members: PublicArticle[],
  statements: ShownStatement[],
  turning: Set<string>,
): string {
  const turned = statements.filter(({ id }) => turning.has(id)).map(({ article }) => article.id)
  const telling = members.filter(({ id }) => turned.includes(id))
  return (
    (telling.length > 0 ? telling : members)
      .map(({ moment }) => moment)
      .sort()
      .at(-1) ?? ''
  )
}

function isFreshOnRecord({ fresh, role, speaker }: ShownStatement): boolean {
  return fresh && speaker !== null && isOnRecord(role)
}

function storyOf(
  id: string,
  articles: PublicArticle[],
  statements: ShownStatement[],
  { titles, turning }: Known,
): IssueStory {
  const original = articles.find((article) => article.original)?.original ?? null
  const isToldOn = articles.every((article) => article.id !== id)
  const own = articles.filter(({ duplicateOf }) => !duplicateOf)
  return {
    id,
    title: titles.get(id) ?? articles[0]?.title ?? '',
    original: original === null ? null : { outlet: original, url: urlAt(original, articles) },
    isChange: statements.some((statement) => turning.has(statement.id)),
    isRepeat: statements.length > 0 && !statements.some((one) => isNews(one, isToldOn)),
    outlets: new Set(own.map(({ outlet }) => outlet)).size,
    articles: articles.map(({ outlet, title, url, published }) => ({
      outlet,
      title,
      url,
      published,
    })),
    statements: quotesOf(statements),
    overclaims: articles.flatMap(({ outlet, title, url, overclaims, headlineStage, stage }) =>
      overclaims && headlineStage
        ? [{ outlet, headline: title, url, claims: headlineStage, supports: stage }]
        : [],
    ),
  }
}

/** Of a story that was told before, only new words on the status are news, not who reports it anew. */
function isNews({ fresh, quote, stage }: ShownStatement, isToldOn: boolean): boolean {
  return fresh && (!isToldOn || (quote !== null && stage !== null))
}

function urlAt(outlet: string, articles: PublicArticle[]): string | null {
  return articles.find((article) => article.outlet === outlet)?.url ?? null
}

/**
 * Each quotation on the status once, as the first article of the story printed it, and no part of
 * one beside the whole; what is new comes first. Where nobody is quoted on it, the first new words.
 */
function quotesOf(statements: ShownStatement[]): IssueStory['statements'] {
  const quotes = eachOnce(statements.filter(({ stage }) => stage !== null))
  if (quotes.length > 0) return quotes
  return eachOnce(statements.filter((one) => isFreshOnRecord(one) && isSentence(one))).slice(0, 1)
}

/** Whether as much is quoted as says something by itself. */
function isSentence({ quote }: ShownStatement): boolean {
  return foldedWords(quote ?? '').length >= OPENING
}

function eachOnce(statements: ShownStatement[]): IssueStory['statements'] {
  const seen: { speaker: string; words: string }[] = []
  const quotes = statements.flatMap(({ speaker, role, quote, saidOn, givenTo, fresh }) => {
    const words = foldedWords(quote ?? '')
    const isKnown = seen.some(
      (other) =>
        other.speaker === speaker &&
        (` ${other.words} `.includes(` ${words.join(' ')} `) ||
          other.words.startsWith(words.slice(0, OPENING).join(' '))),
    )
    if (!speaker || !quote || isKnown) return []
    seen.push({ speaker, words: words.join(' ') })
    return [{ speaker, role, quote, saidOn, givenTo, fresh }]
  })
  return quotes.sort((one, other) => Number(other.fresh) - Number(one.fresh))
}
