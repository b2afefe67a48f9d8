import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** The secrets of wrangler.toml, made up for a run on this machine. */
export type LocalSecrets = {
  ADMIN_TOKEN: string
  RESEND_API_KEY: string
  RESEND_WEBHOOK_SECRET: string
  SECRET_KEY: string
}

/** Secrets of a local run: made once for its state directory, so that its addresses stay readable. */
export function localSecrets(state: string): { file: string; secrets: LocalSecrets } {
  mkdirSync(state, { recursive: true })
  const file = join(state, 'secrets.env')
  if (!existsSync(file)) writeFileSync(file, linesOf(newSecrets()), { mode: 0o600 })
  const kept = parseEnv(readFileSync(file, 'utf8'))
  return { file, secrets: { ...newSecrets(), ...kept } }
}

function newSecrets(): LocalSecrets {
  return {
    ADMIN_TOKEN: randomBytes(24).toString('base64url'),
    RESEND_API_KEY: 're_local',
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
    SECRET_KEY: randomBytes(32).toString('base64url'),
  }
}

function linesOf(secrets: LocalSecrets): string {
  return Object.entries(secrets)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('')
}
