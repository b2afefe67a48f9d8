import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode'

const IV_BYTES = 12 // AES-GCM's own size, NIST SP 800-38D 8.2

/** The operator's secrets: the one in use first, then former ones, which still open and find. */
export type KeyRing = readonly [current: string, ...former: string[]]

type VaultKey = { id: string; sealing: CryptoKey; finding: CryptoKey }

/** The keys that keep addresses: each seals and finds, under an id that stands before its work. */
export type Vault = { current: VaultKey; keys: VaultKey[] }

/** Derives the vault's keys from the operator's secrets (HKDF-SHA-256, RFC 5869). */
export async function openVault([current, ...former]: KeyRing): Promise<Vault> {
  const [first, ...others] = await Promise.all([
    deriveVaultKey(current),
    ...former.map(deriveVaultKey),
  ])
  return { current: first, keys: [first, ...others] }
}

/** Seals a text: `KEYID.BASE64URL(iv, ciphertext, tag)`, different each time. */
export async function seal({ current }: Vault, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(current.id) },
    current.sealing,
    utf8(text),
  )
  const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)])
  return `${current.id}.${toBase64Url(bytes.buffer)}`
}

/** Opens a sealed text. Throws where it was changed or sealed with a key that is not ours. */
export async function unseal(vault: Vault, sealed: string): Promise<string> {
  const [keyId, body] = sealed.split('.')
  const key = vault.keys.find(({ id }) => id === keyId)
  if (!key || !body) throw new Error('sealed with another key')
  const bytes = decodeBase64Url(body)
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES), additionalData: utf8(key.id) },
    key.sealing,
    bytes.slice(IV_BYTES),
  )
  return new TextDecoder().decode(text)
}

/** The keyed hash under which a text is kept: `KEYID.HEX(HMAC-SHA-256)`, equal for equal texts. */
export async function fingerprint({ current }: Vault, text: string): Promise<string> {
  return await fingerprintBy(current, text)
}

/** Every keyed hash under which a text may have been kept, the current key's first. */
export async function fingerprints({ keys }: Vault, text: string): Promise<string[]> {
  return await Promise.all(keys.map((key) => fingerprintBy(key, text)))
}

async function fingerprintBy({ id, finding }: VaultKey, text: string): Promise<string> {
  return `${id}.${toHex(await crypto.subtle.sign('HMAC', finding, utf8(text)))}`
}

async function deriveVaultKey(secret: string): Promise<VaultKey> {
  const [sealing, finding, name] = await Promise.all([
    deriveKey(secret, 'seal address', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    deriveHmacKey(secret, 'find address'),
    deriveHmacKey(secret, 'name key'),
  ])
  const id = await crypto.subtle.sign('HMAC', name, new Uint8Array())
  return { id: toHex(id.slice(0, 4)), sealing, finding }
}

/** An HMAC-SHA-256 key for one purpose, derived from one of the operator's secrets. */
export function deriveHmacKey(secret: string, purpose: string): Promise<CryptoKey> {
  return deriveKey(secret, purpose, { name: 'HMAC', hash: 'SHA-256', length: 256 }, [
    'sign',
    'verify',
  ])
}

async function deriveKey(
  secret: string,
  purpose: string,
  algorithm: { name: string; length: number; hash?: string },
  usages: ('encrypt' | 'decrypt' | 'sign' | 'verify')[],
): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(purpose) }
  return crypto.subtle.deriveKey(hkdf, master, algorithm, false, usages)
}

/** base64url without padding, RFC 4648 section 5. */
export function toBase64Url(buffer: ArrayBuffer): string {
  return encodeBase64Url(buffer).replace(/=+$/, '')
}

/** Lower-case hexadecimal digits. */
export function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text)) // a buffer of its own, as crypto wants it
}
