import { decodeBase64Url } from 'hono/utils/encode'
import { deriveHmacKey, type KeyRing, toBase64Url, toHex } from './seal.ts'

const TOKEN_BYTES = 32 // 256 bit: nobody guesses it

/** What a signed link may be used for. */
export type LinkPurpose = 'unsubscribe' | 'manage'

/** Signs a subject (letters, digits, hyphens) for links; the same each time. */
export type Signer = (subject: string) => Promise<string>

/** A new random token, as base64url. */
export function randomToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)).buffer)
}

/** The form in which a random token is kept: SHA-256 in hex; with 256 random bits it needs no key. */
export async function hashToken(token: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
}

/** Makes tokens `SUBJECT.BASE64URL(HMAC-SHA-256)` for links of one purpose. They do not expire. */
export async function linkSigner([secret]: KeyRing, purpose: LinkPurpose): Promise<Signer> {
  const key = await deriveHmacKey(secret, `sign ${purpose} link`)
  return async (subject) => {
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(subject))
    return `${subject}.${toBase64Url(mac)}`
  }
}

/**
 * The subject of a signed token, or null where we did not sign it for this purpose. Links in old
 * mails go on working: former secrets are tried as well.
 */
export async function readLinkToken(
  secrets: KeyRing,
  purpose: LinkPurpose,
  token: string,
): Promise<string | null> {
  const [, subject, mac] = /^([\w-]{1,64})\.([\w-]{43})$/.exec(token) ?? []
  if (!subject || !mac) return null
  const bytes = new TextEncoder().encode(subject)
  for (const secret of secrets) {
    const key = await deriveHmacKey(secret, `sign ${purpose} link`)
    // verify() compares in constant time
    if (await crypto.subtle.verify('HMAC', key, decodeBase64Url(mac), bytes)) return subject
  }
  return null
}
