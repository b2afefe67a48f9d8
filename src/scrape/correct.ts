import type { App } from '../app.ts'
import { audit, auditIfDone } from '../db/admin/audit.ts'
import {
  addCorrection,
  type Before,
  findCorrection,
  secondOf,
  shownNow,
  undoneCorrection,
} from '../db/corrections.ts'
import { findPlace } from '../db/places.ts'
import { articleIdIn } from '../db/statements.ts'
import { correctReading } from '../status/corrected.ts'
import type { StatementChange, Verdict } from '../status/corrections.ts'
import type { Statement } from '../status/statements.ts'
import { wantedOf } from './correct.change.ts'
import { enact } from './correct.enact.ts'
import { toldOf } from './correct.told.ts'

/** What came of a correction; `id` is what it is undone by. */
export type Corrected =
  | { kind: 'corrected'; id: string }
  | { kind: 'unknown' }
  /** It would change nothing, or cannot be; in words for the admin. */
  | { kind: 'refused'; reason: string }

/** Whoever corrects: the name of the admin's token, never the token. */
type By = { by: string }

/**
 * Takes an article out of its story: it is a story of its own, and no copy. Where it founded the
 * story, the rest is told by the next of its articles.
 */
export async function splitArticle(
  app: App,
  { articleId, by }: { articleId: string } & By,
): Promise<Corrected> {
  const shown = await shownNow(app.db, articleId)
  if (!shown) return { kind: 'unknown' }
  if (!shown.storyId) return { kind: 'refused', reason: 'It is not on the topic.' }
  const rest = shown.storyId === articleId ? await secondOf(app.db, articleId) : null
  if (shown.storyId === articleId && !rest) {
    return { kind: 'refused', reason: 'It is a story of its own already.' }
  }
  return await correct(app, articleId, { kind: 'split', rest }, shown, by)
}

/** Puts one article into the story of another; `into` is an article's or a story's id. */
export async function moveArticle(
  app: App,
  { articleId, into, by }: { articleId: string; into: string } & By,
): Promise<Corrected> {
  return await merge(app, articleId, into, false, by)
}

/** Shows all of one story in another: both are ids of stories, or of articles of them. */
export async function mergeStories(
  app: App,
  { storyId, into, by }: { storyId: string; into: string } & By,
): Promise<Corrected> {
  const founder = (await shownNow(app.db, storyId))?.storyId
  return founder ? await merge(app, founder, into, true, by) : { kind: 'unknown' }
}

async function merge(
  app: App,
  articleId: string,
  into: string,
  isStory: boolean,
  by: string,
): Promise<Corrected> {
  const [shown, target] = await Promise.all([shownNow(app.db, articleId), shownNow(app.db, into)])
  if (!shown || !target) return { kind: 'unknown' }
  if (!shown.storyId || !target.storyId) {
    return { kind: 'refused', reason: 'Both have to be on the topic.' }
  }
  if (shown.storyId === target.storyId) {
    return { kind: 'refused', reason: 'Both are in one story already.' }
  }
  return await correct(app, articleId, { kind: 'merge', into: target.storyId, isStory }, shown, by)
}

/** Says whether an article is about the film, whatever the rules say. */
export async function markRelevance(
  app: App,
  { articleId, relevant, by }: { articleId: string; relevant: boolean } & By,
): Promise<Corrected> {
  const shown = await shownNow(app.db, articleId)
  if (!shown) return { kind: 'unknown' }
  return await correct(app, articleId, { kind: 'relevance', relevant }, shown, by)
}

/** Says that an article is no copy of another. */
export async function markOriginal(
  app: App,
  { articleId, by }: { articleId: string } & By,
): Promise<Corrected> {
  const shown = await shownNow(app.db, articleId)
  if (!shown) return { kind: 'unknown' }
  if (!shown.duplicateOf) return { kind: 'refused', reason: 'It is no copy.' }
  return await correct(app, articleId, { kind: 'original' }, shown, by)
}

/** Says that an article's page is gone for good, or is there: a copy takes its place, or leaves it. */
export async function markGone(
  app: App,
  { articleId, isGone, by }: { articleId: string; isGone: boolean } & By,
): Promise<Corrected> {
  const shown = await shownNow(app.db, articleId)
  if (!shown) return { kind: 'unknown' }
  return await correct(app, articleId, { kind: 'gone', isGone }, shown, by)
}

/**
 * Corrects a statement, or strikes it. It is known again by its words when its article is read anew.
 * A speaker of the topic brings the role along, where none is given.
 */
export async function correctStatement(
  app: App,
  { statementId, change, by }: { statementId: string; change: StatementChange } & By,
): Promise<Corrected> {
  const articleId = articleIdIn(statementId)
  const [shown, place] = await Promise.all([
    shownNow(app.db, articleId),
    findPlace(app.db, articleId),
  ])
  const isMeant = ({ id }: Statement) => id === statementId
  const read = place?.reading.statements.find(isMeant)
  if (!shown || !place || !read) return { kind: 'unknown' }
  const stands = correctReading(place.reading, place.corrected).statements.find(isMeant)
  if (!stands) return { kind: 'refused', reason: 'It is struck already: undo that first.' }
  const { before, wanted } = wantedOf(app, stands, change)
  if (!Object.keys(wanted).length) return { kind: 'refused', reason: 'It would change nothing.' }
  const { evidence, quoteKey, rule } = read
  return await correct(
    app,
    articleId,
    { kind: 'statement', mark: { evidence, quoteKey, rule }, change: wanted },
    { ...shown, statement: before },
    by,
  )
}

/** Undoes a correction; what other corrections say of the same still holds. */
export async function undoCorrection(
  app: App,
  { id, by }: { id: string } & By,
): Promise<Corrected> {
  const correction = await findCorrection(app.db, id)
  if (!correction) return { kind: 'unknown' }
  if (correction.undoneAt) return { kind: 'refused', reason: 'It is undone already.' }
  const at = app.now().toISOString()
  const { act, before, after } = toldOf(correction)
  const subject = correction.articleId
  await enact(app, { undo: correction }, [
    undoneCorrection(app.db, id, at, by),
    auditIfDone(app.db, {
      at,
      who: by,
      act: `undo: ${act}`,
      subject,
      before: after,
      after: before,
    }),
  ])
  return { kind: 'corrected', id }
}

async function correct(
  app: App,
  articleId: string,
  verdict: Verdict,
  before: Before,
  by: string,
): Promise<Corrected> {
  const id = crypto.randomUUID()
  const at = app.now().toISOString()
  const correction = { id, at, by, articleId, before, after: verdict }
  await enact(app, { add: { articleId, verdict } }, [
    addCorrection(app.db, correction),
    audit(app.db, { at, who: by, subject: articleId, ...toldOf(correction) }),
  ])
  app.log('correction', { id, kind: verdict.kind, article: articleId })
  return { kind: 'corrected', id }
}
