import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { secretsSet } from '../setup/secrets.ts'
import type { Wrangler } from '../setup/wrangler.ts'
import { bad, type Finding, good, unsure } from './finding.ts'

const MIN_LENGTH = 32 // characters, as src/config.ts asks
const LONG = ['ADMIN_TOKEN', 'SECRET_KEY']

/** Which secrets the Worker has, and whether those of .dev.vars are filled in. None is shown. */
export async function examineSecrets(
  wrangler: Wrangler,
  required: string[],
  devVars: string,
): Promise<Finding[]> {
  return [await deployed(wrangler, required), local(required, devVars)]
}

async function deployed(wrangler: Wrangler, required: string[]): Promise<Finding> {
  const there = await secretsSet(wrangler).catch((): string[] => [])
  if (there.length === 0) {
    return unsure(
      'secrets',
      'none to be seen: not deployed, not logged in, or offline',
      'npm run setup',
    )
  }
  const missing = required.filter((name) => !there.includes(name))
  if (missing.length === 0) return good('secrets', `${required.length} of ${required.length} set`)
  return bad('secrets', `missing: ${missing.join(', ')}`, `npx wrangler secret put ${missing[0]}`)
}

function local(required: string[], file: string): Finding {
  if (!existsSync(file)) return good('.dev.vars', 'none: npm run dev makes up its own')
  const values = parseEnv(readFileSync(file, 'utf8'))
  const missing = required.filter((name) => !values[name])
  const short = LONG.filter((name) => values[name] && values[name].length < MIN_LENGTH)
  if (missing.length > 0) {
    return bad('.dev.vars', `lacks ${missing.join(', ')}`, 'Fill it in, or delete the file.')
  }
  if (short.length > 0) {
    return bad('.dev.vars', `too short: ${short.join(', ')}`, 'openssl rand -base64 33')
  }
  return good('.dev.vars', 'filled in')
}
