import type { App } from '../app.ts'
import { keepValidators } from '../db/addresses.ts'
import { endLook, findAddress, putOffLook } from '../db/pages.again.ts'
import type { Page } from '../db/pages.ts'
import { ask, type Final, type Fresh } from './fetch.ts'
import { comeBack, takeOver } from './gone.ts'
import { type Later, laterAt } from './jobs.ts'
import { keepArticle } from './keep.ts'
import { articleOn } from './page-article.ts'

const DAY = 24 * 3600_000 // milliseconds
const YOUNG = 3 * DAY // an article whose text may still change
const LOOKS = [DAY, 7 * DAY] // after it was first read

/** When a young article is first looked at again; null for one that nobody will change any more. */
export function firstLook(moment: string, now: Date): string | null {
  return now.getTime() - Date.parse(moment) < YOUNG ? after(now, LOOKS[0] ?? DAY) : null
}

/** Looks again at a page that gave an article: for a later text, or whether it is gone. */
export async function lookAgain(
  app: App,
  page: Page & { articleId: string },
): Promise<Later | undefined> {
  const article = await findAddress(app.db, page.articleId)
  const answer = await ask(app, page.url, 'feed') // with what its server gave us to ask with
  app.log('page.again', { url: page.url, answer: answer.kind })
  if (answer.kind === 'busy') {
    await putOffLook(app.db, page.url, answer.until, 'its host is being asked already')
    return laterAt(app, answer.until)
  }
  if (answer.kind === 'refused' && answer.until) {
    await putOffLook(app.db, page.url, answer.until, answer.reason)
    return undefined
  }
  if (answer.kind === 'fresh' || answer.kind === 'unchanged') {
    const { kind, url, validators } = answer
    await keepValidators(app.db, url, validators, kind === 'fresh').run()
  }
  const isKept =
    article && answer.kind === 'fresh' && (await keepLater(app, page, article.url, answer))
  if (isKept) return undefined
  if (article && !article.isSettled) await follow(app, page.articleId, article.isGone, answer)
  await endLook(app.db, page.url, endOf(app, page, answer)).run()
  return undefined
}

/** A page is gone now, or there again with the text that it had. */
async function follow(app: App, articleId: string, wasGone: boolean, answer: Final): Promise<void> {
  if (isGone(answer) && !wasGone) await takeOver(app, articleId, reasonOf(answer) ?? 'gone')
  else if (answer.kind === 'unchanged' && wasGone) await comeBack(app, articleId)
}

/** Whether what the page shows now was kept, with the end of the look. */
async function keepLater(app: App, page: Page, url: string, answer: Fresh): Promise<boolean> {
  const found = articleOn(answer)
  if (found.kind === 'none' || found.url !== url) return false // a wall, a listing, another article
  await keepArticle(app, {
    sourceId: page.sourceId,
    url,
    extract: { ...found.extract, title: found.extract.title ?? page.title },
    readFrom: 'page',
    done: () => [endLook(app.db, page.url, endOf(app, page, answer))],
  })
  return true
}

function endOf(app: App, page: Page, answer: Final) {
  const now = app.now()
  const wait = LOOKS[page.looks + 1]
  const isWanted = wait !== undefined && !(answer.kind === 'refused' && answer.by === 'stop')
  return {
    at: now.toISOString(),
    againAt: isWanted ? after(now, wait) : null,
    note: reasonOf(answer),
  }
}

/** For good: “not found” and “gone” alike, since a page that comes back is taken back. */
function isGone(answer: Final): boolean {
  return answer.kind === 'gone' || (answer.kind === 'failed' && /^HTTP 404\b/.test(answer.reason))
}

function reasonOf(answer: Final): string | null {
  return 'reason' in answer ? answer.reason : null
}

function after(now: Date, wait: number): string {
  return new Date(now.getTime() + wait).toISOString()
}
