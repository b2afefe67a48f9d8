import type { App } from '../app.ts'
import { type KeptAddress, type KeyUse, keptUnderOtherKeys, keyUse, rekey } from '../db/keys.ts'
import { fingerprint, openVault, seal, unseal, type Vault } from '../seal.ts'
import { sameMailbox } from './address.ts'

const ROWS = 50 // a step: about 5 ms of CPU

/** One step of a rotation; `next` is null when it has come to the end. */
export type Rotated = { rotated: number; unreadable: string[]; next: string | null }

/** A key that the tables bear; `state` tells whether we have it. */
export type KeyReport = (KeyUse & { state: 'current' | 'former' | 'missing' })[]

/**
 * Puts the next subscribers after an id under the current key: their address sealed anew, and found
 * by its new hash. Safe to stop anywhere and to start again from the beginning, which passes over
 * what is done. Addresses that no key of ours opens are named, not lost. `withStep` gives what is to
 * be written in the transaction of a step, told how many it rotates.
 */
export async function rotateKeys(
  app: App,
  after: string,
  rows = ROWS,
  withStep: (rotated: number) => D1PreparedStatement[] = () => [],
): Promise<Rotated> {
  const vault = await openVault(app.config.secretKey)
  const keyId = `${vault.current.id}.`
  const kept = await keptUnderOtherKeys(app.db, { keyId, after, limit: rows })
  const rekeyed = await Promise.all(kept.map((each) => underCurrentKey(vault, each)))
  const readable = rekeyed.filter((each) => each !== null)
  if (readable.length > 0) await rekey(app.db, readable, ...withStep(readable.length))
  const unreadable = kept.filter((_, nth) => rekeyed[nth] === null).map(({ id }) => id)
  app.log('keys.rotated', { rotated: readable.length, unreadable: unreadable.length })
  const next = kept.length === rows ? (kept.at(-1)?.id ?? null) : null
  return { rotated: readable.length, unreadable, next }
}

/**
 * Which keys the tables bear. A former one that any subscriber or request bears is still needed;
 * so is one of suppressions, for ever: their addresses are not kept, so nobody can put them under
 * another key, and without it they are not found.
 */
export async function reportKeys(app: App): Promise<KeyReport> {
  const vault = await openVault(app.config.secretKey)
  const former = vault.keys.map(({ id }) => id)
  const uses = await keyUse(app.db)
  return uses.map((use) => {
    const isOurs = former.includes(use.keyId)
    const state = use.keyId === vault.current.id ? 'current' : isOurs ? 'former' : 'missing'
    return { ...use, state }
  })
}

async function underCurrentKey(vault: Vault, { id, addressHash, addressSealed }: KeptAddress) {
  const [keyId] = addressSealed.split('.')
  if (!vault.keys.some((key) => key.id === keyId)) return null
  const address = await unseal(vault, addressSealed)
  return {
    id,
    formerHash: addressHash,
    addressHash: await fingerprint(vault, sameMailbox(address)),
    addressSealed: await seal(vault, address),
  }
}
