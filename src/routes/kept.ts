import type { App } from '../app.ts'
import { type SnapshotKind, snapshotReader } from '../db/public/snapshots.ts'

/** Reads something that is put together once for each turn of the news, as it stands now. */
export function keptReader<Body>(
  { db, config, now }: App,
  kind: (version: string) => SnapshotKind<Body>,
): () => Promise<Body> {
  const read = snapshotReader(db, kind(config.version))
  return async () => (await read(now().toISOString())).body
}
