import { styleText } from 'node:util'
import { fail } from './failure.ts'
import { readOptions, textsOf } from './options.ts'
import { askHidden } from './setup/ask.ts'
import { dryWrangler } from './setup/dry.ts'
import { setUp } from './setup/setup.ts'
import { WRANGLER_HELP, WRANGLER_OPTIONS, wranglerOf } from './setup/wrangler.ts'

const USAGE = `npm run setup -- [--dry-run] [--keep-secrets]

Puts the site on Cloudflare: makes or finds the database and the queues, writes the database's id into
wrangler.toml, applies migrations, sets secrets, deploys, and prints the address. May be run again: what
exists is found. Secrets come from the environment, else are made up (ADMIN_TOKEN, SECRET_KEY; kept in
.secrets.env, for you alone), else asked for at the terminal; none is shown or put on a command line.
  --dry-run        shows each command that it would run on an empty account, and runs none
  --keep-secrets   looks at no secret and sets none: for a deploy after the first (npm run deploy)
${WRANGLER_HELP}
  --secrets-file F in place of .secrets.env
  --help           this text

Exit codes: 0 deployed; 1 failed, run it again when the cause is gone; 2 wrong options.`

const options = readOptions(process.argv.slice(2), USAGE, {
  'dry-run': { type: 'boolean' },
  ...WRANGLER_OPTIONS,
  'secrets-file': { type: 'string' },
  'keep-secrets': { type: 'boolean' },
})
const isDry = options['dry-run'] === true
const keepsSecrets = options['keep-secrets'] === true
const file = textsOf(options)('secrets-file', '.secrets.env')
const { path, wrangler } = wranglerOf(options)

try {
  const places = { file, environment: process.env, ask: askHidden, isDry, keepsSecrets }
  const site = await setUp(
    isDry ? dryWrangler(console.log) : wrangler,
    path,
    places,
    (step, outcome) => {
      if (!isDry) console.log(`  ${step.padEnd(10)}  ${outcome}`)
    },
  )
  if (isDry) console.log('\nNothing was run.')
  else
    console.log(`\n${styleText('bold', site)}\nWhat is left to do, with its cure: npm run doctor`)
} catch (error) {
  fail(error)
}
