import type { App } from '../app.ts'
import type { Extract } from '../article.ts'
import { addValidators } from '../db/addresses.ts'
import { putOffLook } from '../db/pages.again.ts'
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
import { ask, type Fresh } from './fetch.ts'
import { type Later, laterAt } from './jobs.ts'
import { keepArticle } from './keep.ts'
import { firstLook, lookAgain } from './look-again.ts'
import { type Finding, findingOf, hasOwnText, MOST_TRIES, nextTry } from './page.finding.ts'
import { isOvertaken } from './settle.ts'

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
  } else if (finding.kind === 'unwanted' || (finding.kind === 'none' && !hasOwnText(page))) {
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
  return [addValidators(app.db, url, app.now().toISOString(), validators)]
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
