import type { App } from '../app.ts'
import type { Extract } from '../article.ts'
import { putOffLook, rememberPage } from '../db/pages.again.ts'
import {
  claimPage,
  finishPage,
  giveUpPage,
  type Page,
  putOffPage,
  releasePage,
} from '../db/pages.ts'
import { telling } from '../log.ts'
import { allowanceOf } from '../plan.ts'
import { ask, type Final, type Fresh, wasAsked } from './fetch.ts'
import { type Later, laterAt } from './jobs.ts'
import { keepArticle } from './keep.ts'
import { firstLook, lookAgain } from './look-again.ts'
import { articleOn } from './page-article.ts'
import { isOvertaken } from './settle.ts'

const MOST_TRIES = 5
const ENOUGH_TRIES = 3 // of a page without any text, where the feed's own can stand in
const FIRST_WAIT = 15 * 60_000 // milliseconds, four times as long after each further failure
const ENOUGH_TEXT = 200 // characters of a feed's own text that are worth reading

/** What a page gave: its article, or why there is none, or when to ask again. */
type Finding =
  | { kind: 'article'; url: string; extract: Extract; answer: Fresh }
  | { kind: 'none'; reason: string }
  /** The publisher wants nothing of its own to be read. */
  | { kind: 'unwanted'; reason: string }
  | { kind: 'later'; reason: string; until: string; wasTried: boolean }

/**
 * Reads one page that is not read yet, or looks again at one that was. Running it twice, or at once,
 * reads it once. A bug is met like a failing publisher: with growing waits, and in the end by giving
 * the page up with what went wrong.
 */
export async function readPage(app: App, url: string): Promise<Later | undefined> {
  const page = await claimPage(app.db, url, app.now().toISOString())
  return page ? await readClaimed(telling(app, { scan: page.scanId }), page) : undefined
}

async function readClaimed(app: App, page: Page): Promise<Later | undefined> {
  const { url, articleId } = page
  try {
    if (articleId !== null) return await lookAgain(app, { ...page, articleId })
    if (isFeedEnough(app, page)) {
      const reason = 'its feed gives enough of it for the free plan'
      await settlePage(app, page, { kind: 'none', reason })
      return undefined
    }
    const answer = await ask(app, page.url)
    if (answer.kind === 'busy') {
      await releasePage(app.db, url, answer.until, 'its host is being asked already')
      return laterAt(app, answer.until)
    }
    await settlePage(app, page, findingOf(page, answer, app.now()))
  } catch (error) {
    if (isOvertaken(error)) return await comeAgain(app, page)
    const reason = `our mistake: ${error}`
    app.log('page.failed', { url, reason })
    if (page.tries + 1 >= MOST_TRIES) await giveUp(app, page, reason)
    else await putOffPage(app.db, url, nextTry(page.tries, app.now()), reason)
  }
  return undefined
}

/** Whether the feed's own text is read, and the publisher not asked for the page. */
function isFeedEnough({ config }: App, { feedText }: Page): boolean {
  const { feedFirst } = allowanceOf(config)
  return feedFirst !== null && feedText.length >= feedFirst
}

/** Somebody else was placing articles all the while. */
async function comeAgain(app: App, { url, articleId }: Page): Promise<Later> {
  const giveBack = articleId === null ? releasePage : putOffLook
  const at = app.now().toISOString()
  await giveBack(app.db, url, at, 'others were placed meanwhile')
  return laterAt(app, at)
}

async function settlePage(app: App, page: Page, finding: Finding): Promise<void> {
  app.log('page', { url: page.url, finding: finding.kind })
  if (finding.kind === 'later') {
    const putOff = finding.wasTried ? putOffPage : releasePage
    await putOff(app.db, page.url, finding.until, finding.reason)
  } else if (finding.kind === 'unwanted') {
    await giveUp(app, page, finding.reason)
  } else if (finding.kind === 'none' && !hasOwnText(page)) {
    await giveUp(app, page, finding.reason)
  } else await keep(app, page, finding)
}

async function giveUp(app: App, { url }: Page, reason: string): Promise<void> {
  await giveUpPage(app.db, url, app.now().toISOString(), reason)
}

async function keep(
  app: App,
  page: Page,
  finding: Exclude<Finding, { kind: 'later' | 'unwanted' }>,
): Promise<void> {
  const isPage = finding.kind === 'article'
  const note = isPage ? null : finding.reason
  await keepArticle(app, {
    sourceId: page.sourceId,
    url: isPage ? finding.url : page.url,
    extract: withFeed(isPage ? finding.extract : feedExtract(page), page),
    readFrom: isPage ? 'page' : 'feed',
    done: (articleId, moment) => {
      const at = app.now().toISOString()
      const againAt = isPage && moment ? firstLook(moment, app.now()) : null
      return [
        finishPage(app.db, page.url, { at, note, articleId, againAt }),
        ...(isPage && againAt ? validatorsOf(app, finding.answer) : []),
      ]
    },
  })
}

/** What to ask with when the page is looked at again. */
function validatorsOf(app: App, { url, validators }: Fresh): D1PreparedStatement[] {
  if (!validators.etag && !validators.lastModified) return []
  return [rememberPage(app.db, url, app.now().toISOString(), validators)]
}

function findingOf(page: Page, answer: Final, now: Date): Finding {
  switch (answer.kind) {
    case 'fresh':
      return articleOf(page, answer, now)
    case 'unchanged':
      return { kind: 'none', reason: 'HTTP 304 to an unconditional request' }
    case 'gone':
      return { kind: 'none', reason: answer.reason }
    case 'refused': {
      const { reason, until, by } = answer
      if (by === 'stop') return { kind: 'unwanted', reason }
      if (!until) return { kind: 'none', reason }
      return later(page, { kind: 'later', reason, until, wasTried: wasAsked(answer) })
    }
    case 'failed': {
      const until = nextTry(page.tries, now)
      return later(page, { kind: 'later', reason: answer.reason, until, wasTried: true })
    }
  }
}

/** Later, unless it was tried often enough. */
function later({ tries }: Page, finding: Finding & { kind: 'later' }): Finding {
  const isEnough = finding.wasTried && tries + 1 >= MOST_TRIES
  return isEnough ? { kind: 'none', reason: finding.reason } : finding
}

function nextTry(tries: number, now: Date): string {
  return new Date(now.getTime() + FIRST_WAIT * 4 ** tries).toISOString()
}

/** What is empty may be full later: a site that is down often says so with 200. */
function articleOf(page: Page, answer: Fresh, now: Date): Finding {
  const found = articleOn(answer)
  if (found.kind === 'article') return { ...found, answer }
  const { reason, isEmpty } = found
  if (!isEmpty || (hasOwnText(page) && page.tries + 1 >= ENOUGH_TRIES)) return found
  return later(page, { kind: 'later', reason, until: nextTry(page.tries, now), wasTried: true })
}

/** Whether its feed carries enough of it to be read in its place. */
function hasOwnText({ feedText }: Page): boolean {
  return feedText.length >= ENOUGH_TEXT
}

/** The feed is the publisher's word too: it fills in what the page does not tell. */
function withFeed(page: Extract, { title, published }: Page): Extract {
  return { ...page, title: page.title ?? title, published: page.published ?? published }
}

function feedExtract({ title, published, feedText }: Page): Extract {
  return {
    kind: 'article',
    reason: null,
    canonicalUrl: null,
    site: null,
    title,
    authors: [],
    published,
    modified: null,
    isZoneAssumed: false,
    lang: null,
    paragraphs: feedText.split('\n\n'),
  }
}
