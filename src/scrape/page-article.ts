import type { Extract } from '../article.ts'
import { canonicalUrl, isSameSite } from '../url.ts'
import { decode } from './extract/charset.ts'
import { extract } from './extract.ts'
import type { Fresh } from './fetch.ts'

/** What a page that answered holds. */
type PageArticle =
  | { kind: 'article'; url: string; extract: Extract }
  /** `isEmpty` where there is no text at all, as while a site is down: that may pass. */
  | { kind: 'none'; reason: string; isEmpty: boolean }

/** The article on a page, under the address that its publisher gives it, or why it is none. */
export function articleOn(answer: Fresh): PageArticle {
  const page = extract({ url: answer.url, html: decode(answer.body, answer.contentType) })
  if (page.kind !== 'article') {
    return { kind: 'none', reason: page.reason ?? page.kind, isEmpty: page.kind === 'empty' }
  }
  return { kind: 'article', url: addressOf(answer.url, page), extract: page }
}

/** The publisher's own canonical address counts only on the publisher's own site. */
function addressOf(fetched: string, { canonicalUrl: stated }: Extract): string {
  const own = stated && isSameSite(stated, fetched) ? stated : fetched
  return canonicalUrl(own) ?? fetched
}
