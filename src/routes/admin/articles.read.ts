import type { z } from 'zod'
import type { App } from '../../app.ts'
import { findWhole, type WholeArticle } from '../../db/admin/article.ts'
import { idOfKept, type KeptArticle, keptByIds, listKept } from '../../db/admin/articles.ts'
import { type Correction, listCorrections } from '../../db/corrections.ts'
import { searchWords } from '../../db/public/words.ts'
import { listRevisions, type Revision } from '../../db/revisions.ts'
import { correctReading } from '../../status/corrected.ts'
import type { DatedStatement } from '../../status/revision.ts'
import { canonicalUrl } from '../../url.ts'
import { cursorText } from '../cursor.ts'
import type { SOME_ARTICLES } from './articles.asks.ts'

/** Of a title too a URL can be made: "Harbor: …". */
const ADDRESS = /^https?:\/\/\S+$/i

export type Listed = { articles: KeptArticle[]; next: string | null }

/** A statement as it is shown, and as the rules read it where that differs. */
export type ExplainedStatement = DatedStatement & {
  /** Of its id; by it an act names it. */
  number: number
  /** Whether no earlier article had the words; null for what is not shown. */
  fresh: boolean | null
  isStruck: boolean
  byRules: DatedStatement | null
}

/** An article with why it was read and joined so, and what was corrected. */
export type Explained = {
  article: Omit<WholeArticle, 'reading' | 'corrected' | 'fresh'>
  /** By the rules alone: whether it is on the topic, and why. */
  byRules: { relevant: boolean; why: string }
  statements: ExplainedStatement[]
  /** Articles that it names: whose copy it is, whom it was joined with, which copy stands for it. */
  named: KeptArticle[]
  revisions: Revision[]
  corrections: Correction[]
}

/** Articles of a filter, or those that an address, an id or words find. */
export async function readArticles(
  app: App,
  { find, filter, after, limit }: z.infer<typeof SOME_ARTICLES>,
): Promise<Listed> {
  const id = find ? await idMeant(app, find) : null
  if (id) return { articles: await keptByIds(app.db, [id]), next: null }
  if (find && ADDRESS.test(find)) return { articles: [], next: null }
  const words = find ? searchWords(find) : []
  if (find && !words.length) return { articles: [], next: null }
  const { items, next } = await listKept(app.db, { filter, words, after, limit })
  return { articles: items, next: next && cursorText(next) }
}

/** The id that somebody means by an id, by an article's address, or by that of a page of ours. */
export async function idMeant({ db, config }: App, text: string): Promise<string | null> {
  const isOurs = URL.canParse(text) && new URL(text).origin === new URL(config.siteUrl).origin
  const last = isOurs ? new URL(text).pathname.split('/').at(-1) : null
  return await idOfKept(db, last || (canonicalUrl(text) ?? text))
}

/** All that is known of one article; null where there is none. */
export async function readArticle({ db }: App, id: string): Promise<Explained | null> {
  const whole = await findWhole(db, id)
  if (!whole) return null
  const { reading, corrected: _, fresh: __, ...article } = whole
  const { duplicateOf, heirId, storyId, storyJoin } = article
  const ids = [duplicateOf, heirId, storyId, storyJoin?.partner].filter((one) => one != null)
  const [named, revisions, corrections] = await Promise.all([
    keptByIds(db, ids),
    listRevisions(db, id),
    listCorrections(db, { articleId: id }),
  ])
  const byRules = { relevant: reading.relevant, why: reading.why }
  return { article, byRules, statements: explain(whole), named, revisions, corrections }
}

function explain({ reading, corrected, fresh }: WholeArticle): ExplainedStatement[] {
  const shown = new Map(
    correctReading(reading, corrected).statements.map((one) => [one.id, one] as const),
  )
  return reading.statements.map((read): ExplainedStatement => {
    const one: DatedStatement = shown.get(read.id) ?? read
    return {
      ...one,
      number: Number(read.id.split('#')[1]),
      fresh: fresh[read.id] ?? null,
      isStruck: !shown.has(read.id),
      byRules: one === read ? null : read,
    }
  })
}
