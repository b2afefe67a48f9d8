import { z } from 'zod'

const whoSchema = z.object({
  accounts: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
})

/**
 * Which account what is made belongs to, in words. Throws an Error that names them where there are
 * several and none was chosen: wrangler asks for one only at a terminal.
 */
export function requireOneAccount(whoami: string, chosen: string | undefined): string {
  const { accounts } = whoSchema.parse(JSON.parse(whoami))
  if (chosen) return `logged in, for ${nameOf(accounts, chosen)}`
  const [only, ...more] = accounts
  if (more.length === 0) return only ? `logged in, for ${only.name}` : 'logged in'
  const lines = accounts.map(({ id, name }) => `  ${id}  ${name}`)
  throw new Error(`You have several accounts. Put the id of one into the environment, as CLOUDFLARE_ACCOUNT_ID,
or above the first [ of wrangler.toml, as account_id = "…", and run this again:
${lines.join('\n')}`)
}

function nameOf(accounts: { id: string; name: string }[], chosen: string): string {
  return accounts.find(({ id }) => id === chosen)?.name ?? chosen
}
