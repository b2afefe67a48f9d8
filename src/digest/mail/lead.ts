import type { IssueNews } from '../../issue.ts'
import { counted, stageInShort } from './words.ts'

/** What is known of an issue when its first lines are written. */
type Known = { isChanged: boolean; isFresh: boolean; isOlder: boolean }

/** What changed since the issue before; where nothing is new, plain lines that say so. */
export function leadOf(
  news: IssueNews,
  { isChanged, isFresh, isOlder }: Known,
  period: { from: string; until: string },
): string[] {
  if (!news.previous) return firstLead(news)
  const changed = isChanged
    ? [`This has changed: the issue before said ${stageInShort(news.previous.stage)}.`]
    : []
  if (isFresh && !isChanged) return ['The status is the same as in the issue before.']
  return [...changed, ...(isFresh ? [] : quietLines(news, isOlder, period))]
}

function firstLead({ articles, duplicates, stories }: IssueNews): string[] {
  if (articles === 0) return ['This is the first issue. Nothing has been read about the film yet.']
  return [
    'This is the first issue: it tells what is known so far, the weightiest first. From now on, only what is new.',
    `Read for it: ${readOf(articles, duplicates)}; they tell ${counted(stories.length, 'story')}.`,
  ]
}

function quietLines(
  { articles, duplicates }: IssueNews,
  isOlder: boolean,
  { from, until }: { from: string; until: string },
): string[] {
  const nothing = `We found nothing new on record from ${from} to ${until}.`
  if (articles === 0) return [nothing, 'No article about it was published where we look.']
  return [nothing, `We read ${readOf(articles, duplicates)}; ${whatOf(articles, isOlder)}.`]
}

function whatOf(articles: number, isOlder: boolean): string {
  if (isOlder) return articles === 1 ? 'it is of before' : 'all are of before'
  return articles === 1 ? 'it told nothing new' : 'none told anything new'
}

/** "3 articles, 1 of them a copy of another". */
function readOf(articles: number, copies: number): string {
  const read = counted(articles, 'article')
  if (copies === 0) return read
  return `${read}, ${copies} of them ${copies === 1 ? 'a copy of another' : 'copies of others'}`
}
