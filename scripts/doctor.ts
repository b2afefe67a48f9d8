import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { examineButton } from './doctor/button.ts'
import { examineConfiguration } from './doctor/configuration.ts'
import { dnsOverHttps, examineDns } from './doctor/dns.ts'
import { bad, type Finding } from './doctor/finding.ts'
import { examineMachine } from './doctor/machine.ts'
import { examineSecrets } from './doctor/secrets.ts'
import { examineCrons, examineQuotas, examineSources } from './doctor/work.ts'
import { readConfigured } from './local/configured.ts'
import { readOptions, textsOf } from './options.ts'
import { readConfigFile } from './setup/config-file.ts'
import { WRANGLER_HELP, WRANGLER_OPTIONS, wranglerOf } from './setup/wrangler.ts'

const USAGE = `npm run doctor

What is missing or wrong, each with its cure: node, wrangler, configuration, secrets, the DNS records of
mail (SPF, DKIM, DMARC), crons, sources, quotas, the deploy button. Changes nothing, and shows no secret.
What cannot be asked now, offline or not logged in, is told by a "?" and does not count as wrong.
${WRANGLER_HELP}
  --dev-vars FILE  in place of .dev.vars
  --dns URL        resolver by HTTPS (https://cloudflare-dns.com/dns-query)
  --help           this text

Exit codes: 0 nothing is wrong; 1 something is; 2 wrong options.`

const MARKS = {
  good: styleText('green', '✓'),
  bad: styleText('red', '✗'),
  unsure: styleText('yellow', '?'),
}

const options = readOptions(process.argv.slice(2), USAGE, {
  ...WRANGLER_OPTIONS,
  'dev-vars': { type: 'string' },
  dns: { type: 'string' },
})
const optionOf = textsOf(options)

const { topic, sources } = await readConfigured()
const findings = await examineAll().catch((error: unknown) => [
  bad('wrangler.toml', String(error), 'Correct it: docs/configuration.md'),
])
show(findings)
process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0

async function examineAll(): Promise<Finding[]> {
  const { path, wrangler } = wranglerOf(options)
  const config = readConfigFile(path)
  const lookUp = dnsOverHttps(optionOf('dns', 'https://cloudflare-dns.com/dns-query'))
  const devVars = optionOf('dev-vars', '.dev.vars')
  return [
    ...(await examineMachine(wrangler)),
    ...examineConfiguration(config, { topic, sources }),
    ...(await examineSecrets(wrangler, config.secrets.required, devVars)),
    ...(await examineDns(config.vars.MAIL_FROM ?? '', lookUp)),
    ...examineCrons(config, readFileSync('src/index.ts', 'utf8')),
    ...examineSources(sources),
    ...examineQuotas(config),
    examineButton(documents(), originOfThis()),
  ]
}

/** Where a deploy button stands. */
function documents(): Record<string, string> {
  const names = ['README.md', 'docs/deploy.md']
  return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'utf8')]))
}

function originOfThis(): string | null {
  const git = ['config', '--get', 'remote.origin.url']
  const { status, stdout } = spawnSync('git', git, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

function show(findings: Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length))
  for (const { state, what, words, cure } of findings) {
    console.log(`${MARKS[state]} ${what.padEnd(width)}  ${words}`)
    if (cure) console.log(`  ${' '.repeat(width)}  → ${cure}`)
  }
  const wrong = findings.filter(({ state }) => state === 'bad').length
  console.log(wrong === 0 ? '\nNothing is wrong.' : `\n${wrong} to cure.`)
}
