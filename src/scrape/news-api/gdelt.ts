import { z } from 'zod'
import type { Draft } from '../items/draft.ts'
import type { NewsApi } from '../news-api.ts'

const NEWEST = '1week' // what a look asks for; looks are less than that apart
const MOST = 250 // articles of an answer

const answerSchema = z.object({
  articles: z
    .array(
      z
        .looseObject({ url: z.string().catch(''), title: z.string().catch('') })
        .catch({ url: '', title: '' }),
    )
    .default([]),
})

/**
 * The DOC 2.0 API of the GDELT Project (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/): full
 * text search over the world's online news, without a key. It asks for 5 seconds between calls. What
 * is wrong with a query it tells as text with status 200. Its `seendate` is when its crawler saw a
 * page and not when that was published: an item has no date until its page is read.
 */
export const gdelt: NewsApi = {
  since: '2017-01',
  requestUrl({ url, query }, month) {
    const span: Record<string, string> = month === null ? { timespan: NEWEST } : monthSpan(month)
    const asked = {
      query,
      mode: 'ArtList',
      format: 'JSON',
      maxrecords: String(MOST),
      sort: 'DateDesc',
    }
    return `${url}?${new URLSearchParams({ ...asked, ...span })}`
  },
  read(body) {
    const parsed = answerSchema.safeParse(parse(body))
    if (!parsed.success) return body.replace(/\s+/g, ' ').trim().slice(0, 200)
    return parsed.data.articles.map(draftOf)
  },
}

function draftOf({ url, title }: { url: string; title: string }): Draft {
  return {
    urls: [{ href: url, base: url }],
    title: { value: joined(title), form: 'plain' },
    published: [],
    updated: [],
    authors: [],
    summary: null,
    content: null,
  }
}

/** GDELT parts words from the signs behind them: `Alvarez , who` and `sequel : yes`. */
function joined(title: string): string {
  return title.replace(/\s+([,.:;!?)\]”’])/g, '$1').replace(/([([“])\s+/g, '$1')
}

function monthSpan(month: string): Record<string, string> {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
  return { startdatetime: stampOf(month), enddatetime: stampOf(next) }
}

function stampOf(month: string): string {
  return `${month.replace('-', '')}01000000`
}

/** Its titles bring backslashes that JSON does not know. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body.replace(/\\(?!["\\/bfnrtu])/g, '\\\\'))
  } catch {
    return null // a SyntaxError: a complaint in plain text
  }
}
