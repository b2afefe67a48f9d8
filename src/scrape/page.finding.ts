import type { Extract } from '../article.ts'
import type { Page } from '../db/pages.ts'
import { type Final, type Fresh, wasAsked } from './fetch.ts'
import { articleOn } from './page-article.ts'

/** After so many a page is given up. */
export const MOST_TRIES = 5
const ENOUGH_TRIES = 3 // of a page without any text, where the feed's own can stand in
const FIRST_WAIT = 15 * 60_000 // milliseconds, four times as long after each further failure
const ENOUGH_TEXT = 200 // characters of a feed's own text that are worth reading

/** What a page gave: its article, or why there is none, or when to ask again. */
export type Finding =
  | { kind: 'article'; url: string; extract: Extract; answer: Fresh }
  | { kind: 'none'; reason: string }
  /** The publisher wants nothing of its own to be read. */
  | { kind: 'unwanted'; reason: string }
  | { kind: 'later'; reason: string; until: string; wasTried: boolean }

/** What an answer means for a page that was asked for so often before. */
export function findingOf(page: Page, answer: Final, now: Date): Finding {
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

/** When a page is asked for again that failed after so many tries. */
export function nextTry(tries: number, now: Date): string {
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
export function hasOwnText({ feedText }: Page): boolean {
  return feedText.length >= ENOUGH_TEXT
}
