import type { Choice } from '../choice.ts'
import { countUp, countUpWithin, type Limit } from './limits.ts'

/** A wish to subscribe, as it waits to be worked on. */
export type SubscribeRequest = {
  id: string
  addressHash: string
  addressSealed: string
  tokenSealed: string
  form: string
  textVersion: string
  choice: Choice
  requestedAt: string
}

/** Whether a request was taken, or which limit was reached. */
export type Taking = 'taken' | 'network limit' | 'total limit'

type Limits = { network: Limit; total: Limit }

/**
 * Takes a request within its limits, in one transaction. Asks nothing about the address, so that
 * the answer and its time are the same for each. One beyond its network's limit does not count in
 * the total: one network alone cannot use that up.
 */
export async function takeRequest(
  db: D1Database,
  request: SubscribeRequest,
  { network, total }: Limits,
): Promise<Taking> {
  const [ofNetwork, , taken] = await db.batch<{ used: number }>([
    countUp(db, network),
    countUpWithin(db, total, network),
    insertRequest(db, request, { network, total }),
  ])
  if ((ofNetwork?.results[0]?.used ?? Number.POSITIVE_INFINITY) > network.most) {
    return 'network limit'
  }
  return taken?.meta.changes ? 'taken' : 'total limit'
}

/** A request that waits, or null where it has been worked on. */
export async function findRequest(db: D1Database, id: string): Promise<SubscribeRequest | null> {
  return await db
    .prepare(
      `SELECT id, address_hash AS addressHash, address_sealed AS addressSealed,
         token_sealed AS tokenSealed, form, text_version AS textVersion, choice,
         requested_at AS requestedAt
       FROM subscribe_requests
       WHERE id = ?1`,
    )
    .bind(id)
    .first<SubscribeRequest>()
}

/** Requests that have waited since before a moment, oldest first. */
export async function requestsFrom(
  db: D1Database,
  { before, limit }: { before: string; limit: number },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM subscribe_requests
       WHERE requested_at <= ?1
       ORDER BY requested_at
       LIMIT ?2`,
    )
    .bind(before, limit)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Forgets a request that has been worked on. */
export async function endRequest(db: D1Database, id: string): Promise<void> {
  await db.prepare('DELETE FROM subscribe_requests WHERE id = ?1').bind(id).run()
}

function insertRequest(
  db: D1Database,
  request: SubscribeRequest,
  { network, total }: Limits,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO subscribe_requests
         (id, address_hash, address_sealed, token_sealed, form, text_version, choice, requested_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
       WHERE ?10 >= (SELECT used FROM limits WHERE name = ?9)
         AND ?12 >= (SELECT used FROM limits WHERE name = ?11)`,
    )
    .bind(
      request.id,
      request.addressHash,
      request.addressSealed,
      request.tokenSealed,
      request.form,
      request.textVersion,
      request.choice,
      request.requestedAt,
      network.name,
      network.most,
      total.name,
      total.most,
    )
}
