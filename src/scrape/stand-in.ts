import type { App } from '../app.ts'
import { findPlace } from '../db/places.ts'
import { placeDated } from '../status/dated-placement.ts'
import type { Placement } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'

/** The place of an article that is gone: a copy of the one that stands for it. */
export async function standIn(
  app: App,
  reading: Reading,
  moment: string,
  heirId: string,
): Promise<Placement> {
  const heir = await findPlace(app.db, heirId)
  const storyId = heir?.storyId ?? heirId
  const known = { id: heirId, url: '', moment, storyId, duplicateOf: null }
  const article = { ...known, fingerprint: reading.fingerprint }
  return placeDated(reading, moment, { articles: [article], quotations: [], stories: [] })
}
