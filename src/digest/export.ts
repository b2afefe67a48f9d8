import type { App } from '../app.ts'
import { type ExportedRow, exportRows } from '../db/export.ts'
import { openVault, unseal, type Vault } from '../seal.ts'

/** A page of all subscribers, with their addresses in the open; `next` null at the end. */
export async function exportSubscribers(
  app: App,
  { after, limit }: { after: string; limit: number },
) {
  const vault = await openVault(app.config.secretKey)
  const rows = await exportRows(app.db, { after, limit })
  const subscribers = await Promise.all(rows.map((row) => inTheOpen(app, vault, row)))
  return { subscribers, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
}

/** Whoever subscribed here has our site for a source, so that an export can be imported. */
async function inTheOpen({ config }: App, vault: Vault, row: ExportedRow) {
  const { id: _, addressSealed, ...rest } = row
  const email = await unseal(vault, addressSealed)
  return { email, ...rest, source: rest.source ?? config.siteUrl }
}
