import { requireOneAccount } from './account.ts'
import { readConfigFile, writeValue } from './config-file.ts'
import { findOrMakeDatabase, makeQueues } from './resources.ts'
import { type Places, secretsSet, setSecrets } from './secrets.ts'
import { run, type Wrangler } from './wrangler.ts'

/** Tells a step that is done: its name and what came of it. */
type Tell = (step: string, outcome: string) => void

const SUBDOMAIN = `Where it is a workers.dev subdomain that is missing, open "Workers & Pages" at
dash.cloudflare.com once: it gives you one. Then run this again.`
const LOGIN = 'Log in: npx wrangler login. Without a browser: set CLOUDFLARE_API_TOKEN.'

/**
 * Puts the Worker of a configuration file on Cloudflare: what exists is found, what is missing made.
 * `keepsSecrets` leaves them as they are. Gives the address of the site. Throws an Error in wrangler's words
 * at the first step that fails; run again, it goes on there.
 */
export async function setUp(
  wrangler: Wrangler,
  path: string,
  places: Places & { keepsSecrets: boolean },
  tell: Tell,
): Promise<string> {
  const { isDry, keepsSecrets, environment } = places
  const config = readConfigFile(path)
  const who = await run(wrangler, ['whoami', '--json'], { cure: LOGIN })
  tell('account', requireOneAccount(who, config.account_id ?? environment.CLOUDFLARE_ACCOUNT_ID))
  const { id, isNew } = await findOrMakeDatabase(wrangler, config)
  if (!isDry) writeValue(path, 'database_id', id)
  tell('database', `${config.d1_databases[0].database_name} ${isNew ? 'made' : 'found'}`)
  const queues = await makeQueues(wrangler, config)
  tell('queues', queues.length > 0 ? `made ${queues.join(', ')}` : 'found')
  await run(wrangler, ['d1', 'migrations', 'apply', 'DB', '--remote'], {
    cure: 'Nothing was deployed; a migration that fails is rolled back.',
  })
  tell('migrations', 'applied')
  if (!keepsSecrets) await giveSecrets(wrangler, config.secrets.required, places, tell)
  return await deploy(wrangler, path, config.vars.SITE_URL ?? '', isDry, tell)
}

async function giveSecrets(
  wrangler: Wrangler,
  required: string[],
  places: Places,
  tell: Tell,
): Promise<void> {
  const there = await secretsSet(wrangler)
  const missing = required.filter((name) => !there.includes(name))
  const { set, generated } = await setSecrets(wrangler, missing, places)
  tell('secrets', set.length > 0 ? `set ${set.join(', ')}` : 'found')
  if (generated.length > 0) tell('', `${generated.join(', ')} made up: keep ${places.file} safe`)
}

/** Deploys; a second time where the site's own address was not known before the first. */
async function deploy(
  wrangler: Wrangler,
  path: string,
  siteUrl: string,
  isDry: boolean,
  tell: Tell,
): Promise<string> {
  const said = await run(wrangler, ['deploy'], { cure: SUBDOMAIN })
  const given = /https:\/\/[^\s/]+\.workers\.dev/.exec(said)?.[0]
  tell('deployed', given ?? 'yes')
  if (!/^http:\/\/localhost\b/.test(siteUrl)) return siteUrl
  if (!given) {
    throw new Error('wrangler named no address: set SITE_URL in wrangler.toml and run this again.')
  }
  if (!isDry) writeValue(path, 'SITE_URL', given)
  await run(wrangler, ['deploy'])
  tell('SITE_URL', `set to ${given}, and deployed again`)
  return given
}
