import { statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { GIVEN, newAccount } from './setup/account.ts'

const QUEUES = ['alita2-scrape', 'alita2-mail', 'alita2-scrape-dead', 'alita2-mail-dead']

test('an empty account gets all of it, and the site its own address', async () => {
  const world = newAccount()
  const { code, stdout, stderr } = await world.run('setup')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('\nhttps://alita2-status.sam.workers.dev\n')
  expect(world.config()).toContain('database_id = "uuid-of-alita2-status" # replaced at deploy')
  expect(world.config()).toContain('SITE_URL = "https://alita2-status.sam.workers.dev" # where')
  const account = world.account()
  expect(account.queues).toEqual(QUEUES)
  expect(account.secrets.sort()).toEqual(
    ['ADMIN_TOKEN', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET', 'SECRET_KEY'].sort(),
  )
  expect(account).toMatchObject({ migrated: true, deploys: 2 })
})

test('a second run finds what the first made, and only deploys', async () => {
  const world = newAccount()
  await world.run('setup')
  const before = { account: world.account(), config: world.config(), secrets: world.secrets() }
  const { code, stdout } = await world.run('setup', [], {})
  expect(code).toBe(0)
  expect(stdout).toMatch(/database +alita2-status found\n +queues +found\n/)
  expect(world.account()).toEqual({ ...before.account, deploys: 3 })
  expect(world.config()).toBe(before.config)
  expect(world.secrets()).toBe(before.secrets)
})

test('secrets go in by the input alone, and those made up are kept for the operator', async () => {
  const world = newAccount()
  const { stdout, stderr } = await world.run('setup')
  const kept = parseEnv(world.secrets())
  expect(Object.keys(kept)).toEqual(['ADMIN_TOKEN', 'SECRET_KEY'])
  expect(statSync(world.secretsFile).mode & 0o777).toBe(0o600)
  const said = stdout + stderr + JSON.stringify(world.calls().map(({ argv }) => argv))
  for (const value of [...Object.values(GIVEN), ...Object.values(kept)]) {
    expect(value?.length).toBeGreaterThan(5)
    expect(said).not.toContain(value)
  }
  const bulk = world.calls().find(({ argv }) => argv[1] === 'bulk')
  expect(JSON.parse(bulk?.input ?? '')).toEqual({ ...GIVEN, ...kept })
})

test('without a terminal, secrets that nobody gave are named, and nothing is deployed', async () => {
  const world = newAccount()
  const { code, stderr } = await world.run('setup', [], { RESEND_API_KEY: 're_given' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/Missing secrets.*\n +RESEND_WEBHOOK_SECRET: /)
  expect(stderr).not.toContain('SECRET_KEY:')
  expect(world.account().deploys).toBe(0)
  expect((await world.run('setup')).code).toBe(0)
})

test('who is not logged in is told how, and nothing is touched', async () => {
  const world = newAccount({ isLoggedIn: false })
  const before = world.config()
  const { code, stderr } = await world.run('setup')
  expect(code).toBe(1)
  expect(stderr).toContain('npx wrangler login')
  expect(world.calls()).toHaveLength(1)
  expect(world.config()).toBe(before)
})

test('a name that is taken stops it in the words of wrangler, with the cure', async () => {
  const database = newAccount({ taken: ['alita2-status'] })
  const refused = await database.run('setup')
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('already exists')
  expect(refused.stderr).toContain('another database_name')
  const queue = newAccount({ taken: ['alita2-mail'] })
  expect((await queue.run('setup')).stderr).toContain('another name than alita2-mail')
  queue.change({ taken: [] })
  expect((await queue.run('setup')).code).toBe(0)
  expect(queue.account().queues).toEqual(QUEUES)
  expect(queue.account().databases).toHaveLength(1)
})

test('a migration that fails is told, and neither secret nor code goes out', async () => {
  const world = newAccount({ badMigration: '0003_sending.sql' })
  const { code, stderr } = await world.run('setup')
  expect(code).toBe(1)
  expect(stderr).toContain('Migration 0003_sending.sql failed: near "TABEL"')
  expect(stderr).toContain('rolled back')
  expect(world.account()).toMatchObject({ secrets: [], deploys: 0 })
})

test('a database of another account is not replaced by a new one', async () => {
  const world = newAccount()
  world.edit((toml) => toml.replace(/database_id = "[^"]+"/, 'database_id = "of-somebody-else"'))
  const { code, stderr } = await world.run('setup')
  expect(code).toBe(1)
  expect(stderr).toContain('has no database of-somebody-else')
  expect(world.account().databases).toEqual([])
})

test('a dry run shows every command of the real one, and runs none', async () => {
  const world = newAccount()
  const before = world.config()
  const dry = await world.run('setup', ['--dry-run'], {})
  expect(dry.code).toBe(0)
  expect(world.calls()).toEqual([])
  expect(world.config()).toBe(before)
  expect(world.secrets()).toBe('')
  await world.run('setup')
  const shown = dry.stdout.split('\n').filter((line) => line.startsWith('npx wrangler '))
  const ran = world.calls().map(({ argv }) => `npx wrangler ${argv.slice(0, -2).join(' ')}`)
  expect(shown.map((line) => line.replace(/ +#.*/, ''))).toEqual(ran)
})

test('secrets that cannot be listed are not taken for none: those there stay', async () => {
  const world = newAccount()
  await world.run('setup')
  world.change({ badList: 'fetch failed: getaddrinfo EAI_AGAIN api.cloudflare.com' })
  const { code, stderr } = await world.run('setup')
  expect(code).toBe(1)
  expect(stderr).toContain('wrangler secret list')
  expect(stderr).toContain('EAI_AGAIN')
  expect(stderr).toContain('No secret was changed.')
  expect(world.calls().filter(({ argv }) => argv[1] === 'bulk')).toHaveLength(1)
  expect(world.account().deploys).toBe(2)
})

test('a deploy after the first asks for no secret and changes none', async () => {
  const world = newAccount()
  await world.run('setup')
  const before = world.account()
  const { code } = await world.run('setup', ['--keep-secrets'], {})
  expect(code).toBe(0)
  expect(world.account()).toEqual({ ...before, deploys: before.deploys + 1 })
  expect(world.calls().filter(({ argv }) => argv[1] === 'bulk')).toHaveLength(1)
})

test('who has several accounts is told which, and chooses one in either place', async () => {
  const accounts = [
    { id: 'a1', name: 'Sam' },
    { id: 'a2', name: "Sam's club" },
  ]
  const world = newAccount({ accounts })
  const refused = await world.run('setup')
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(
    /CLOUDFLARE_ACCOUNT_ID(.|\n)*\n {2}a1 {2}Sam\n {2}a2 {2}Sam's club/,
  )
  expect(world.calls()).toHaveLength(1)
  const chosen = await world.run('setup', [], { ...GIVEN, CLOUDFLARE_ACCOUNT_ID: 'a2' })
  expect(chosen.stdout).toContain("logged in, for Sam's club")
  const other = newAccount({ accounts })
  other.edit((toml) => `account_id = "a1"\n${toml}`)
  expect((await other.run('setup')).code).toBe(0)
})

test('an account without a subdomain is told how it gets one, and goes on from there', async () => {
  const world = newAccount({ hasSubdomain: false })
  const { code, stderr } = await world.run('setup')
  expect(code).toBe(1)
  expect(stderr).toContain('register a workers.dev subdomain')
  expect(stderr).toContain('open "Workers & Pages"')
  const kept = world.secrets()
  world.change({ hasSubdomain: true })
  expect((await world.run('setup')).code).toBe(0)
  expect(world.secrets()).toBe(kept)
  expect(world.account().databases).toHaveLength(1)
})

test('queues and a database that are there already are found, not made', async () => {
  const databases = [
    { uuid: 'of-another', name: 'shop' },
    { uuid: 'there', name: 'alita2-status' },
  ]
  const world = newAccount({ databases, queues: ['alita2-mail', 'alita2-mail-dead', 'shop'] })
  const { stdout } = await world.run('setup')
  expect(stdout).toMatch(/database +alita2-status found\n +queues +made alita2-scrape, /)
  expect(world.account().databases).toEqual(databases)
  expect(world.account().queues.toSorted()).toEqual([...QUEUES, 'shop'].sort())
  expect(world.config()).toContain('database_id = "there"')
})
