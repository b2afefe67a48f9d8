import { z } from 'zod'

const BARE = z.email()

/** The address in `a@b.c` or `Name <a@b.c>`, the two forms that Resend takes; null for others. */
export function bareAddress(written: string): string | null {
  if (/[\r\n]/.test(written)) return null
  const address = /^[^<>]*<([^<>\s]+)>$/.exec(written.trim())?.[1] ?? written.trim()
  return BARE.safeParse(address).success ? address : null
}
