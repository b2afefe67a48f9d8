import type { App } from '../app.ts'
import type { Choice } from '../choice.ts'
import { addNewcomers, type Newcomer } from '../db/import.ts'
import { fingerprint, fingerprints, openVault, seal, type Vault } from '../seal.ts'
import { hashToken, randomToken } from '../token.ts'
import { parseAddress, sameMailbox } from './address.ts'

/** A row to import: an address with the proof that its owner consented, and where. */
export type ImportRow = {
  email: string
  /** ISO 8601 with a zone, in the past. */
  confirmedAt: string
  form: string
  text: string
  source: string
  choice: Choice
  /** ISO 8601 with a zone; null for no pause. */
  pausedUntil: string | null
  /** Set in our own exports, for who must not come back by them. */
  hasLeft: boolean
}

/** What became of a row. `known` covers those who have left: nobody is brought back. */
export type ImportOutcome =
  | 'added'
  | 'known'
  | 'suppressed'
  | 'has left'
  | 'bad address'
  | 'not yet confirmed'

/**
 * Adds subscribers who consented elsewhere; what became of each, in order. Never anybody who is
 * suppressed, was erased, or is known already, in whatever state. Safe to run twice. `along` is
 * written in the same transaction.
 */
export async function importSubscribers(
  app: App,
  rows: ImportRow[],
  ...along: D1PreparedStatement[]
): Promise<ImportOutcome[]> {
  const at = app.now().toISOString()
  const vault = await openVault(app.config.secretKey)
  const newcomers = await Promise.all(
    rows.map(async (row) => {
      const address = parseAddress(row.email)
      const fault = faultOf(row, address, at)
      return fault ?? (await newcomer(vault, row, address ?? ''))
    }),
  )
  const addable = newcomers.filter((each) => typeof each === 'object')
  const { added, suppressed } = await addNewcomers(app.db, addable, at, ...along)
  app.log('subscribers.imported', { rows: rows.length, added: added.length })
  return newcomers.map((each) => {
    if (typeof each === 'string') return each
    if (added.includes(each.id)) return 'added'
    return suppressed.includes(each.id) ? 'suppressed' : 'known'
  })
}

function faultOf(row: ImportRow, address: string | null, at: string): ImportOutcome | null {
  if (!address) return 'bad address'
  if (row.hasLeft) return 'has left'
  return new Date(row.confirmedAt).toISOString() > at ? 'not yet confirmed' : null
}

async function newcomer(vault: Vault, row: ImportRow, address: string): Promise<Newcomer> {
  const mailbox = sameMailbox(address)
  return {
    id: crypto.randomUUID(),
    confirmationId: crypto.randomUUID(),
    addressHash: await fingerprint(vault, mailbox),
    addressHashes: await fingerprints(vault, mailbox),
    addressSealed: await seal(vault, address),
    tokenHash: await hashToken(randomToken()), // of a token that nobody has
    choice: row.choice,
    form: row.form,
    text: row.text,
    source: row.source,
    confirmedAt: new Date(row.confirmedAt).toISOString(),
    pausedUntil: row.pausedUntil && new Date(row.pausedUntil).toISOString(),
  }
}
