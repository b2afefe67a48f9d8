const MIN_TOKEN = 32 // characters
const NAMED = /^([a-z][a-z0-9-]{0,31}):(.+)$/

/** Who may act as admin: the name that the audit log tells, and the secret that proves it. */
export type Admin = { name: string; token: string }

/**
 * The admins of ADMIN_TOKEN: `name:token` pairs parted by space, or one token without a name, which
 * is called "admin". Tokens shorter than 32 characters are none.
 */
export function adminsOf(text: string): Admin[] {
  return text
    .split(/\s+/)
    .map((part) => {
      const [, name, token] = NAMED.exec(part) ?? []
      return name && token ? { name, token } : { name: 'admin', token: part }
    })
    .filter(({ token }) => token.length >= MIN_TOKEN)
}
