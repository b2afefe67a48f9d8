import { z } from 'zod'

const MAX_LENGTH = 254 // characters, RFC 5321 section 4.5.3.1 less the angle brackets
const MAX_LOCAL = 64
const OUTSIDE_A_HOST = /[\s/\\?#:%@[\]]/
const ENDS_IN_TLD = /\.[a-z][a-z0-9-]*[a-z0-9]$/
const MISPLACED_DOT = /^\.|\.\.|\.$/ // RFC 5321 section 4.1.2: a dot stands between letters

const ascii = z.email({ pattern: z.regexes.html5Email }).max(MAX_LENGTH)

/**
 * Reads a mail address as a person types it: trimmed, an international domain as punycode, the
 * part before the @ as it is. Returns null for what can be no address on the internet.
 */
export function parseAddress(typed: string): string | null {
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || local.length > MAX_LOCAL || OUTSIDE_A_HOST.test(domain)) return null
  if (MISPLACED_DOT.test(local)) return null
  const host = URL.parse(`http://${domain}`)?.hostname.replace(/\.$/, '')
  if (!host || !ENDS_IN_TLD.test(host)) return null
  const { data } = ascii.safeParse(`${local}@${host}`)
  return data ?? null
}

/** The form under which an address is found again: one mailbox, one person, whatever the case. */
export function sameMailbox(address: string): string {
  return address.toLowerCase()
}
