import type { App } from '../../src/app.ts'
import { sameMailbox } from '../../src/digest/address.ts'
import { fingerprint, openVault, seal } from '../../src/seal.ts'

/** Addresses `reader-0@example.org` and so on. */
export function readers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `reader-${index}@example.org`)
}

/** Puts confirmed subscribers straight into the database; what a thousand forms would do. */
export async function subscribeAll(app: App, addresses: string[]): Promise<void> {
  const vault = await openVault(app.config.secretKey)
  const rows = await Promise.all(
    addresses.map(async (address) => ({
      id: crypto.randomUUID(),
      hash: await fingerprint(vault, sameMailbox(address)),
      sealed: await seal(vault, address),
    })),
  )
  await app.db
    .prepare(
      `INSERT INTO subscribers (id, address_hash, address_sealed, created_at, confirmed_at)
       SELECT value ->> 'id', value ->> 'hash', value ->> 'sealed', ?2, ?2
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify(rows), app.now().toISOString())
    .run()
}

/** Suppresses an address, as a bounce does. */
export async function suppressAddress(app: App, address: string): Promise<void> {
  const vault = await openVault(app.config.secretKey)
  await app.db
    .prepare("INSERT INTO suppressions VALUES (?1, 'bounce', ?2)")
    .bind(await fingerprint(vault, sameMailbox(address)), app.now().toISOString())
    .run()
}

/** How many get mail. */
export async function countSubscribed(db: D1Database): Promise<number | null> {
  return await db
    .prepare(
      'SELECT count(*) AS n FROM subscribers WHERE confirmed_at > 0 AND unsubscribed_at IS NULL',
    )
    .first<number>('n')
}
