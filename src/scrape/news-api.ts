import type { SourceOf } from '../source.ts'
import type { Draft } from './items/draft.ts'
import { gdelt } from './news-api/gdelt.ts'

type Asked = Pick<SourceOf<'news-api'>, 'url' | 'query'>

/** A search over the news of many outlets. Another one is a file like gdelt.ts and a line below. */
export type NewsApi = {
  /** What its archive begins with: a month, as `2017-01`. */
  since: string
  /** Where to ask for the newest articles, or for those of a month, as `2019-02`. */
  requestUrl(asked: Asked, month: string | null): string
  /** What an answer says; a text where it is no answer but a complaint. */
  read(body: string): Draft[] | string
}

export const NEWS_APIS: Record<SourceOf<'news-api'>['api'], NewsApi> = { gdelt }
