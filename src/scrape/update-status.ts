import type { App } from '../app.ts'
import { evidenceVersion, listEvidence, saveHistory } from '../db/evidence.ts'
import { statusHistory } from '../status/history.ts'

/** Derives the status anew. Stale work of a slower run is dropped: the faster one has seen more. */
export async function updateStatus(app: App): Promise<void> {
  const version = await evidenceVersion(app.db)
  const changes = statusHistory(await listEvidence(app.db))
  if (version === (await evidenceVersion(app.db))) await saveHistory(app.db, changes)
}
