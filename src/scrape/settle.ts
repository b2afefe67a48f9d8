import { type App, sendAll } from '../app.ts'
import { findKnown } from '../db/known.ts'
import {
  findPlace,
  leavePlace,
  type PlacedArticle,
  storyByRules,
  takeTurn,
  unplace,
  writePlace,
} from '../db/places.ts'
import { laterRelatives, membersOf } from '../db/relatives.ts'
import { correctReading, placeCorrected } from '../status/corrected.ts'
import type { Placement } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'
import { standIn } from './stand-in.ts'
import { updateStatus } from './update-status.ts'

/** What is to be written at once, and which articles have to be placed anew because of it. */
export type Writes = { turn: number; writes: D1PreparedStatement[]; later: string[] }

const MOST_TURNS = 5
const MANY = 20 // statements that an invocation has run, so that it has no second turn

/**
 * Reads, decides and writes while nobody else does: `act` is asked anew where another was faster.
 * False where it finds nothing to do. Throws where it has to come again.
 */
export async function inTurn(app: App, act: () => Promise<Writes | null>): Promise<boolean> {
  for (let left = MOST_TURNS; ; left--) {
    const wanted = await act()
    if (!wanted) return false
    try {
      await write(app, wanted)
      return true
    } catch (error) {
      if (left <= 1 || !isOvertaken(error) || (app.spent?.() ?? 0) > MANY) throw error
    }
  }
}

async function write(app: App, { turn, writes, later }: Writes): Promise<void> {
  const moved = later.length ? [unplace(app.db, later)] : []
  const results = await app.db.batch<{ id: string }>([takeTurn(app.db, turn), ...writes, ...moved])
  const unplaced = new Set(later.length ? results.at(-1)?.results.map(({ id }) => id) : [])
  await sendAll(
    app.queues.scrape,
    later.filter((id) => unplaced.has(id)).map((articleId) => ({ kind: 'place', articleId })),
  )
}

/** Another placed something since, or kept the same article. */
export function isOvertaken(error: unknown): boolean {
  return /constraint failed: (placing\.turn|articles\.(url|id)|revisions\.)/.test(String(error))
}

/** Places a kept article anew, and then whatever its moving may move; false where none is needed. */
export async function settle(
  app: App,
  articleId: string,
  isNeeded: (article: PlacedArticle) => boolean = () => true,
): Promise<boolean> {
  const isDone = await inTurn(app, async () => {
    const article = await findPlace(app.db, articleId)
    return article && isNeeded(article) ? await settling(app, article) : null
  })
  if (isDone) await updateStatus(app)
  return isDone
}

/** What it takes to place an article; `first` is written before it. */
export async function settling(
  app: App,
  article: PlacedArticle,
  first: D1PreparedStatement[] = [],
): Promise<Writes> {
  const { db } = app
  const at = app.now().toISOString()
  const reading = correctReading(article.reading, article.corrected)
  const placement = reading.relevant ? await placementOf(app, article, reading) : null
  const place = placement
    ? writePlace(db, reading, article.moment, placement, at)
    : leavePlace(db, reading, at)
  const hasMoved =
    article.storyId !== (placement?.storyId ?? null) ||
    article.duplicateOf !== (placement?.duplicateOf ?? null)
  return {
    turn: article.turn,
    writes: [...first, ...place],
    later: hasMoved ? await followers(app, article) : [],
  }
}

async function placementOf(
  app: App,
  { corrected, moment, heirId }: PlacedArticle,
  reading: Reading,
): Promise<Placement> {
  if (heirId) return await standIn(app, reading, moment, heirId)
  const known = await findKnown(app.db, reading, moment)
  const pinned = corrected.story ? await storyByRules(app.db, corrected.story) : null
  return placeCorrected(reading, moment, known, corrected, pinned)
}

/** Whose place may depend on the one that an article had or gets. */
export async function followers(app: App, article: PlacedArticle): Promise<string[]> {
  const { reading, moment, storyId, shownIn } = article
  const later = await laterRelatives(app.db, reading, moment)
  const stories = [storyId, shownIn].filter((id) => id !== null)
  const members = stories.length ? await membersOf(app.db, stories, reading.articleId) : []
  return [...new Set([...later, ...members])]
}
