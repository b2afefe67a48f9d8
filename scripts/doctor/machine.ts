import type { Wrangler } from '../setup/wrangler.ts'
import { bad, type Finding, good, unsure } from './finding.ts'

const LEAST_NODE = 22 // what wrangler asks for

/** The Node that runs the commands, wrangler, and whether it is logged in. */
export async function examineMachine(wrangler: Wrangler): Promise<Finding[]> {
  return [nodeFinding(process.versions.node), ...(await wranglerFindings(wrangler))]
}

function nodeFinding(version: string): Finding {
  if (Number(version.split('.')[0]) >= LEAST_NODE) return good('node', version)
  return bad('node', `${version} is too old`, 'Run it as npm run doctor, which brings its own.')
}

async function wranglerFindings(wrangler: Wrangler): Promise<Finding[]> {
  const version = await wrangler(['--version']).catch(() => null)
  const number = /\d+\.\d+\.\d+/.exec(version?.stdout ?? '')?.[0]
  if (!number) return [bad('wrangler', 'cannot be run', 'npm ci')]
  const { code } = await wrangler(['whoami', '--json'])
  const isIn = code === 0
  return [
    good('wrangler', number),
    isIn
      ? good('account', 'logged in')
      : unsure('account', 'not logged in, or offline', 'npx wrangler login'),
  ]
}
