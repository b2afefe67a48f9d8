import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { outputOf, run, type Wrangler } from './wrangler.ts'

/** Asks for a secret in words; gives '' where nobody is there to answer. */
export type Ask = (question: string) => Promise<string>

/** Where secrets are looked for and kept; `environment` goes before the file. */
export type Places = { file: string; environment: NodeJS.ProcessEnv; ask: Ask; isDry: boolean }

const BYTES = 33 // 44 characters of base64; src/config.ts asks for 32

/** Secrets that are ours to invent. */
const GENERATED: readonly string[] = ['ADMIN_TOKEN', 'SECRET_KEY']

/** Where the others come from. */
const HINTS: Record<string, string> = {
  RESEND_API_KEY: 'resend.com, API Keys, permission "Sending access"',
  RESEND_WEBHOOK_SECRET: 'resend.com, Webhooks, of the one for SITE_URL/webhooks/resend',
}

/** What `wrangler secret list` says before the first deploy. */
const NO_WORKER = /Worker "[^"]+"(?: \(env: [^)]*\))? not found\./

const listSchema = z.array(z.object({ name: z.string() }))

/**
 * The names of the secrets that the Worker has; none where wrangler says that there is no Worker.
 * Throws an Error at any other failure: taken for none, it would put new secrets over those there.
 */
export async function secretsSet(wrangler: Wrangler): Promise<string[]> {
  const list = ['secret', 'list', '--format', 'json']
  const answer = await wrangler(list)
  if (answer.code !== 0 && NO_WORKER.test(`${answer.stdout}\n${answer.stderr}`)) return []
  const listed = outputOf(list, answer, 'No secret was changed. Run it again.')
  return listSchema.parse(JSON.parse(listed)).map(({ name }) => name)
}

/**
 * Sets the secrets that are missing: from the environment, from the file of an earlier run, made up
 * where they are ours, else asked for. Those made up are kept in the file, since Cloudflare never
 * shows a secret again. Throws an Error that names those that nobody gave.
 */
export async function setSecrets(
  wrangler: Wrangler,
  missing: string[],
  places: Places,
): Promise<{ set: string[]; generated: string[] }> {
  const values: Record<string, string> = {}
  const generated: Record<string, string> = {}
  const kept = existsSync(places.file) ? parseEnv(readFileSync(places.file, 'utf8')) : {}
  for (const name of missing) {
    const known = places.environment[name] || kept[name]
    if (!known && GENERATED.includes(name)) generated[name] = newSecret()
    const value = known || generated[name] || (await answerFor(name, places))
    if (value) values[name] = value
  }
  const unknown = missing.filter((name) => !values[name])
  if (unknown.length > 0) throw new Error(complaint(unknown))
  if (!places.isDry) keep(places.file, generated)
  if (missing.length > 0) {
    await run(wrangler, ['secret', 'bulk'], {
      input: JSON.stringify(values),
      cure: `No secret is lost: those made up are in ${places.file}. Run this again.`,
    })
  }
  return { set: missing, generated: Object.keys(generated) }
}

async function answerFor(name: string, { isDry, ask }: Places): Promise<string> {
  if (isDry) return 'asked for in the real run'
  return (await ask(`${name} (${HINTS[name] ?? 'see docs/configuration.md'}): `)).trim()
}

function complaint(names: string[]): string {
  const lines = names.map((name) => `  ${name}: ${HINTS[name] ?? 'see docs/configuration.md'}`)
  return `Missing secrets, to be set in the environment or typed at a terminal:\n${lines.join('\n')}`
}

/** Kept before it is sent: one that is set and known to nobody would lose the addresses. */
function keep(file: string, secrets: Record<string, string>): void {
  for (const [name, value] of Object.entries(secrets)) {
    appendFileSync(file, `${name}="${value}"\n`, { mode: 0o600 })
  }
  if (existsSync(file)) chmodSync(file, 0o600)
}

function newSecret(): string {
  return randomBytes(BYTES).toString('base64url')
}
