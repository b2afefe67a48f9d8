import { existsSync, globSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { queuesOf, readConfigFile } from '../../scripts/setup/config-file.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const configuration = read('docs/configuration.md')
const deploy = read('docs/deploy.md')
const wrangler = readConfigFile('wrangler.toml')
const { scripts, cloudflare } = JSON.parse(read('package.json'))
const variables = Object.keys(wrangler.vars)
const required = wrangler.secrets.required
const OPTIONAL_SECRETS = ['TURNSTILE_SECRET']
const OF_TOOLS = ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN'] // read by wrangler

/** What the first column of the table below a heading names, in code. */
function tableOf(heading: string): string[] {
  const section = configuration.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => String(name)).sort()
}

/** Names in capitals with an underscore in them, as variables and secrets have. */
const namesIn = (text: string) => [...new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [])]

test('docs/configuration.md describes every variable, secret, binding, queue and cron, and no other', () => {
  expect(variables.length).toBeGreaterThan(10)
  expect(tableOf('Variables')).toEqual(variables.toSorted())
  expect(tableOf('Secrets')).toEqual([...required, ...OPTIONAL_SECRETS].sort())
  const bindings = [...wrangler.d1_databases, ...wrangler.queues.producers]
  expect(tableOf('Bindings')).toEqual(bindings.map(({ binding }) => binding).sort())
  expect(tableOf('Queues')).toEqual(queuesOf(wrangler).sort())
  expect(tableOf('Crons')).toEqual(wrangler.triggers.crons.toSorted())
})

test('what src/config.ts reads is described, and what is described is read', () => {
  const known = [...variables, ...required, ...OPTIONAL_SECRETS]
  const code = `${read('src/config.ts')}${read('src/index.ts')}`
  const names = namesIn(code).filter((name) => !/^(MIN|FIRST|LONGEST|READ)_|_QUEUE$/.test(name))
  expect(names.filter((name) => !known.includes(name))).toEqual([])
  expect(known.filter((name) => !code.includes(name))).toEqual([])
})

test('the manuals name no variable or secret that does not exist', () => {
  const known = [...variables, ...required, ...OPTIONAL_SECRETS, ...OF_TOOLS]
  const bindings = tableOf('Bindings')
  const named = namesIn(configuration + deploy)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !known.includes(name) && !bindings.includes(name))).toEqual([])
})

test('.dev.vars.example has each secret that is required, and no other', () => {
  expect(Object.keys(parseEnv(read('.dev.vars.example'))).sort()).toEqual(required.toSorted())
})

test('the page of the deploy button has a help text for each secret and variable', () => {
  const helped = Object.entries<{ description: string }>(cloudflare.bindings)
  const local = ['RESEND_BASE_URL', 'SOURCES', 'TOPIC', 'NEWSROOM']
  const asked = variables.filter((name) => !local.includes(name))
  const bindings = tableOf('Bindings')
  expect(helped.map(([name]) => name).sort()).toEqual([...asked, ...required, ...bindings].sort())
  for (const [name, { description }] of helped) expect(description.length, name).toBeGreaterThan(15)
  expect(deploy).toContain('](https://deploy.workers.cloudflare.com/?url=https://')
})

test('every command of docs/deploy.md and docs/configuration.md exists', () => {
  const named = [
    ...`${deploy}${configuration}`.matchAll(/npm run (?:-s )?([a-z:-]+)|npm (start|ci)\b/g),
  ].map(([, script, own]) => script ?? own)
  expect(named.length).toBeGreaterThan(8)
  for (const name of named) if (name !== 'ci') expect(scripts, name).toHaveProperty([String(name)])
})

test('docs/deploy.md names each queue, each required secret and each step of setup', () => {
  for (const queue of queuesOf(wrangler)) expect(deploy).toContain(`queues create ${queue}\n`)
  for (const secret of required) expect(deploy).toContain(`npx wrangler secret put ${secret}\n`)
  expect(deploy).toContain(`npx wrangler d1 create ${wrangler.d1_databases[0].database_name}\n`)
  for (const placeholder of ['SITE_URL', 'MAIL_FROM', 'MAIL_REPLY_TO', 'POSTAL_ADDRESS']) {
    expect(deploy).toContain(`| \`${placeholder}\``)
  }
})

test('each link of the two manuals leads to a file', () => {
  const links = [...`${deploy}${configuration}`.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)]
  expect(links.length).toBeGreaterThan(6)
  for (const [, path] of links) expect(existsSync(`docs/${path}`), path).toBe(true)
})

test('docs/architecture.md leads to every folder of the code', () => {
  const folders = globSync(['*/', 'src/*/', 'src/*/*/', 'demo/*/'], {
    exclude: ['node_modules/', 'docs/', 'dist/'],
  })
  expect(folders.length).toBeGreaterThan(15)
  const architecture = read('docs/architecture.md')
  for (const folder of folders) {
    expect(architecture).toContain(`(../${folder.replace(/\/$/, '')})`)
  }
})

const BUTTON = /\?url=https:\/\/github\.com\/([\w-]+)\/[\w-]+\)/

test('a deploy button leads to a repository, or its page says what to put there', () => {
  const said = deploy.split('\n## By the button\n')[1]?.split('\n## ')[0] ?? ''
  for (const document of [deploy, read('README.md')]) {
    expect(document).toMatch(BUTTON)
    const [, owner] = BUTTON.exec(document) ?? []
    if (owner === 'OWNER') expect(said).toMatch(/`OWNER`(.|\n)*`npm run doctor`/)
  }
})
