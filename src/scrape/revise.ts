import type { App } from '../app.ts'
import { findPlace, type PlacedArticle } from '../db/places.ts'
import {
  addRevision,
  findText,
  type KeptText,
  listRevisions,
  replaceReading,
  replaceText,
} from '../db/revisions.ts'
import { type Reading, RULES_VERSION, readArticle } from '../status/reading.ts'
import { diffOf, readAnew, revise } from '../status/revision.ts'
import { foldedWords } from '../story/fold.ts'
import type { FoundArticle } from './found-article.ts'
import { comeBack } from './gone.ts'
import { followers, inTurn, settling, type Writes } from './settle.ts'
import { updateStatus } from './update-status.ts'

/** Of a text of which nothing but so much is left, and to which nothing was added, the rest was cut. */
const LEAST_LEFT = 1 / 3

/** What a second look at an article showed. */
type Change =
  | { kind: 'none' }
  /** More of the text that was there all along: before, only the feed's was known. */
  | { kind: 'fuller' }
  | { kind: 'revision'; removed: string[]; added: string[] }

/**
 * Takes a later text of a known article: what it says now is read and placed, what it no longer says
 * is withdrawn, both as of the change. The same text changes nothing.
 */
export async function reviseArticle(app: App, found: FoundArticle): Promise<void> {
  let isBack = false
  const isChanged = await inTurn(app, async () => {
    const text = await findText(app.db, found.url)
    const article = text && (await findPlace(app.db, text.id))
    if (!text || !article) return null
    const isPage = found.readFrom === 'page'
    isBack = isPage && text.goneAt !== null && article.corrected.isGone === undefined
    const change = changeOf(text, found)
    return change.kind === 'none' ? null : await revising(app, text, article, found, change)
  })
  const text = await findText(app.db, found.url)
  if (isBack && text) await comeBack(app, text.id)
  if (isChanged) await updateStatus(app)
  else if (text) await app.db.batch(found.done(text.id, null))
  app.log('revision', { url: found.url, isChanged, isBack })
}

/** Reads what is kept of an article by the rules of today, and places it anew. */
export async function readAgain(app: App, url: string): Promise<void> {
  const isDone = await inTurn(app, async () => {
    const text = await findText(app.db, url)
    const article = text && (await findPlace(app.db, text.id))
    if (!text || !article || article.reading.rulesVersion === RULES_VERSION) return null
    const reading = await readByRules(app, text, article.reading)
    return await settled(app, article, reading, [])
  })
  if (isDone) await updateStatus(app)
}

function changeOf(before: KeptText, { extract, readFrom }: FoundArticle): Change {
  if (readFrom === 'feed') return { kind: 'none' } // less than the page, or the same again
  if (before.paragraphs.length === 0) return { kind: 'none' } // not kept: nothing to compare with
  if (before.readFrom === 'feed') return { kind: 'fuller' }
  const diff = diffOf(before.paragraphs.map(plain), extract.paragraphs.map(plain))
  const isSameTitle = plain(before.title) === plain(extract.title ?? before.title)
  if (diff.added.length + diff.removed.length === 0 && isSameTitle) return { kind: 'none' }
  return isCutOff(before.paragraphs, extract.paragraphs, diff.added)
    ? { kind: 'none' }
    : { kind: 'revision', ...diffOf(before.paragraphs, extract.paragraphs) }
}

function plain(text: string): string {
  return foldedWords(text).join(' ')
}

/** A wall or a broken page shows the beginning only; that takes nothing back. */
function isCutOff(before: string[], after: string[], added: string[]): boolean {
  const length = (paragraphs: string[]) => paragraphs.join('').length
  return added.length === 0 && length(after) < length(before) * LEAST_LEFT
}

async function revising(
  app: App,
  text: KeptText,
  article: PlacedArticle,
  found: FoundArticle,
  change: Exclude<Change, { kind: 'none' }>,
): Promise<Writes> {
  const { extract } = found
  const readAt = app.now().toISOString()
  const title = extract.title ?? text.title
  const now = readArticle(app.config.topic, { ...text, title, paragraphs: extract.paragraphs })
  const moment = momentOf(extract.modified, text.readAt, readAt)
  const earlier =
    article.reading.rulesVersion === RULES_VERSION
      ? article.reading
      : await readByRules(app, text, article.reading)
  const isRevision = change.kind === 'revision'
  const reading = isRevision ? revise(earlier, now, moment) : now
  const kept = { ...text, ...article, ...found, title, page: extract, readAt, reading }
  const past = { moment, readAt, title: title === text.title ? null : text.title }
  return await settled(app, article, reading, [
    ...(isRevision ? [addRevision(app.db, text.id, { ...past, ...change })] : []),
    replaceText(app.db, kept),
    ...found.done(text.id, null),
  ])
}

/** When a change counts: when the page says, if that lies between our two looks; else now. */
function momentOf(modified: string | null, before: string, now: string): string {
  return modified !== null && modified > before && modified <= now ? modified : now
}

async function readByRules(app: App, text: KeptText, earlier: Reading): Promise<Reading> {
  const now = readArticle(app.config.topic, text)
  return readAnew(earlier, now, await listRevisions(app.db, text.id))
}

/** What was said at other times may be the first word now, so that all that share it are looked at. */
async function settled(
  app: App,
  article: PlacedArticle,
  reading: Reading,
  first: D1PreparedStatement[],
): Promise<Writes> {
  const place = await settling(app, { ...article, reading }, [
    ...first,
    replaceReading(app.db, reading),
  ])
  const later = [...place.later, ...(await followers(app, { ...article, reading }))]
  return { ...place, later: [...new Set(later)] }
}
