import { fingerprint, type KeyRing, openVault, seal } from '../../src/seal.ts'

const ROWS = 2_000 // in one statement

/** The part of D1 that this needs: Miniflare's and the runtime's own differ in the rest. */
type Db = {
  prepare: (sql: string) => { bind: (...values: string[]) => { run(): Promise<unknown> } }
}

/** Puts so many confirmed subscribers into the database. */
export async function fillList(db: Db, secrets: KeyRing, count: number): Promise<void> {
  const vault = await openVault(secrets)
  for (let from = 0; from < count; from += ROWS) {
    const numbers = Array.from({ length: Math.min(ROWS, count - from) }, (_, nth) => from + nth)
    const rows = await Promise.all(
      numbers.map(async (number) => {
        const address = `reader-${number}@example.org`
        return {
          id: crypto.randomUUID(),
          hash: await fingerprint(vault, address),
          sealed: await seal(vault, address),
        }
      }),
    )
    await db
      .prepare(
        `INSERT INTO subscribers (id, address_hash, address_sealed, created_at, confirmed_at)
         SELECT value ->> 'id', value ->> 'hash', value ->> 'sealed', ?2, ?2
         FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows), '2026-11-01T00:00:00.000Z')
      .run()
  }
}
