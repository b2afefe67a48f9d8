import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode'

const IV_BYTES = 12 // AES-GCM's own size, NIST SP 800-38D 8.2

/** The keys that keep addresses: one to seal them, one to find them. */
export type Vault = {
  /** Stands before what the keys make, so that it is known after a change of keys. */
  keyId: string
  sealing: CryptoKey
  finding: CryptoKey
}

/** Derives the vault's keys from the operator's secret (HKDF-SHA-256, RFC 5869). */
export async function openVault(secretKey: string): Promise<Vault> {
  const [sealing, finding, name] = await Promise.all([
    deriveKey(secretKey, 'seal address', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    deriveHmacKey(secretKey, 'find address'),
    deriveHmacKey(secretKey, 'name key'),
  ])
  const id = await crypto.subtle.sign('HMAC', name, new Uint8Array())
  return { keyId: toHex(id.slice(0, 4)), sealing, finding }
}

/** Seals a text: `KEYID.BASE64URL(iv, ciphertext, tag)`, different each time. */
export async function seal(vault: Vault, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(vault.keyId) },
    vault.sealing,
    utf8(text),
  )
  const bytes = new Uint8Array([...iv, ...new Uint8Array(sealed)])
  return `${vault.keyId}.${toBase64Url(bytes.buffer)}`
}

/** Opens a sealed text. Throws where it was changed or sealed with another key: that is a bug. */
export async function unseal(vault: Vault, sealed: string): Promise<string> {
  const [keyId, body] = sealed.split('.')
  if (keyId !== vault.keyId || !body) throw new Error('sealed with another key')
  const bytes = decodeBase64Url(body)
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES), additionalData: utf8(keyId) },
    vault.sealing,
    bytes.slice(IV_BYTES),
  )
  return new TextDecoder().decode(text)
}

/** The keyed hash under which a text is found: `KEYID.HEX(HMAC-SHA-256)`, equal for equal texts. */
export async function fingerprint(vault: Vault, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', vault.finding, utf8(text))
  return `${vault.keyId}.${toHex(mac)}`
}

/** An HMAC-SHA-256 key for one purpose, derived from the operator's secret. */
export function deriveHmacKey(secretKey: string, purpose: string): Promise<CryptoKey> {
  return deriveKey(secretKey, purpose, { name: 'HMAC', hash: 'SHA-256', length: 256 }, [
    'sign',
    'verify',
  ])
}

async function deriveKey(
  secretKey: string,
  purpose: string,
  algorithm: { name: string; length: number; hash?: string },
  usages: string[],
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(secretKey), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(purpose) }
  return crypto.subtle.deriveKey(hkdf, secret, algorithm, false, usages)
}

/** base64url without padding, RFC 4648 section 5. */
export function toBase64Url(buffer: ArrayBuffer): string {
  return encodeBase64Url(buffer).replace(/=+$/, '')
}

/** Lower-case hexadecimal digits. */
export function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
