import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { sources } from '../../config/sources.ts'
import { examineButton } from '../../scripts/doctor/button.ts'
import { examineDns } from '../../scripts/doctor/dns.ts'
import { examineCrons, examineQuotas, examineSources } from '../../scripts/doctor/work.ts'
import { readConfigFile } from '../../scripts/setup/config-file.ts'
import { newAccount } from './setup/account.ts'

const KEY = 'p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB'
const SET_UP = {
  'send.status.example': ['v=spf1 include:amazonses.com ~all'],
  'resend._domainkey.status.example': [KEY],
  '_dmarc.status.example': ['v=DMARC1; p=reject'],
}
const SECRETS = ['ADMIN_TOKEN', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET', 'SECRET_KEY']

test('a site that is set up has nothing wrong, and ends with 0', async () => {
  const world = deployed()
  const dns = await resolver(SET_UP)
  const { code, stdout } = await world.run('doctor', ['--dns', dns, '--dev-vars', 'none'])
  expect(stdout).toContain('Nothing is wrong.')
  expect(stdout).toMatch(/^✓ secrets +4 of 4 set$/m)
  expect(stdout).toMatch(/^✓ DKIM +signs as status\.example/m)
  expect(stdout).toMatch(/^✓ DMARC +v=DMARC1; p=reject$/m)
  expect(stdout).not.toContain('✗')
  expect(code).toBe(0)
})

test('what nobody has filled in is named with its cure, and ends with 1', async () => {
  const world = newAccount()
  const { code, stdout } = await world.run('doctor', ['--dns', 'http://127.0.0.1:9/'])
  for (const what of ['database_id', 'SITE_URL', 'MAIL_FROM', 'MAIL_REPLY_TO', 'POSTAL_ADDRESS']) {
    expect(stdout).toMatch(new RegExp(`^✗ ${what} .*\\n +→ \\S`, 'm'))
  }
  expect(stdout).toContain('5 to cure.')
  expect(code).toBe(1)
})

test('offline and not logged in, it says so and judges the rest', async () => {
  const world = deployed({ isLoggedIn: false })
  const { code, stdout } = await world.run('doctor', [
    ...['--dns', 'http://127.0.0.1:9/', '--dev-vars', 'none'],
  ])
  expect(stdout).toMatch(/^\? account +not logged in/m)
  expect(stdout).toMatch(/^\? DNS of mail +no resolver answers/m)
  expect(stdout).toMatch(/^✓ crons /m)
  expect(code).toBe(0)
})

test('a secret that the Worker lacks is named', async () => {
  const world = deployed({ secrets: ['ADMIN_TOKEN', 'RESEND_API_KEY'] })
  const { code, stdout } = await world.run('doctor', ['--dns', await resolver(SET_UP)])
  expect(stdout).toMatch(/^✗ secrets +missing: RESEND_WEBHOOK_SECRET, SECRET_KEY$/m)
  expect(code).toBe(1)
})

test('a bad variable is told in the words of the configuration', async () => {
  const world = deployed()
  world.edit((toml) => toml.replace('DIGEST_HOUR = "9"', 'DIGEST_HOUR = "25"'))
  const { code, stdout } = await world.run('doctor', ['--dns', await resolver(SET_UP)])
  expect(stdout).toMatch(/^✗ variables +DIGEST_HOUR: /m)
  expect(code).toBe(1)
})

test('each record of mail is missed by itself', async () => {
  const bad = async (records: Record<string, string[]>) => {
    const findings = await examineDns('S <a@status.example>', async (name) => records[name] ?? [])
    return findings.filter(({ state }) => state === 'bad').map(({ what }) => what)
  }
  expect(await bad(SET_UP)).toEqual([])
  expect(await bad({})).toEqual(['SPF', 'DKIM', 'DMARC'])
  const other = { ...SET_UP, 'send.status.example': ['v=spf1 include:else.example ~all'] }
  expect(await bad(other)).toEqual(['SPF'])
  const bare = { ...SET_UP, '_dmarc.status.example': ['v=DMARC1; rua=mailto:a@status.example'] }
  expect(await bad(bare)).toEqual(['DMARC'])
  const revoked = { ...SET_UP, 'resend._domainkey.status.example': ['p='] }
  expect(await bad(revoked)).toEqual(['DKIM', 'DMARC'])
})

test('a subdomain that sends is held to the policy of its organisation', async () => {
  const records: Record<string, string[]> = {
    'send.news.status.example': SET_UP['send.status.example'],
    'resend._domainkey.news.status.example': [KEY],
    '_dmarc.status.example': ['v=DMARC1; p=quarantine'],
  }
  const findings = await examineDns('a@news.status.example', async (name) => records[name] ?? [])
  expect(findings.map(({ state }) => state)).toEqual(['good', 'good', 'good'])
})

test('a cron without work, and work without a cron, are wrong', () => {
  const config = readConfigFile('wrangler.toml')
  const hourly = "  '0 * * * *': async (at) => {\n  '30 * * * *': (at) => a(at),"
  const all = `  '*/15 * * * *': (at) => a(at),\n${hourly}`
  expect(examineCrons(config, all)).toMatchObject([{ state: 'good' }])
  expect(examineCrons(config, hourly)).toMatchObject([
    { state: 'bad', words: 'no work for */15 * * * *' },
  ])
  expect(examineCrons(config, `${all}\n  '5 5 * * *': (at) => b(at),`)).toMatchObject([
    { state: 'bad', words: 'never run: 5 5 * * *' },
  ])
})

test('SPF and DKIM are told to be aligned with the sender, or which of them is not', async () => {
  const words = async (policy: string) => {
    const records: Record<string, string[]> = { ...SET_UP, '_dmarc.status.example': [policy] }
    const findings = await examineDns('a@status.example', async (name) => records[name] ?? [])
    return findings.map(({ state, words: told }) => `${state} ${told}`)
  }
  const relaxed = await words('v=DMARC1; p=none')
  expect(relaxed[0]).toMatch(/^good .*: aligned with status\.example$/)
  expect(relaxed[1]).toMatch(/^good .*: aligned$/)
  expect((await words('v=DMARC1; p=none; aspf=s'))[0]).toMatch(/^good .*not aligned, since aspf=s/)
})

test('a deploy button that leads nowhere is told, with where it should lead', () => {
  const url = 'https://deploy.workers.cloudflare.com/?url=https://github.com'
  const documents = { 'README.md': `(${url}/OWNER/film)`, 'deploy.md': `(${url}/ann/film)` }
  const told = examineButton(documents, 'git@github.com:ann/film.git')
  expect(told).toMatchObject({ state: 'unsure', words: 'leads nowhere yet: OWNER in README.md' })
  expect(told.cure).toContain('github.com/ann/film ')
  expect(examineButton(documents, null).cure).toContain('your public copy')
  expect(examineButton({ 'README.md': documents['deploy.md'] }, null).state).toBe('good')
})

test('sources that nobody saw answer are counted, with the command that looks', () => {
  const [first, ...others] = sources.map((source) => ({ ...source, unverified: null }))
  if (!first) throw new Error('no source is configured')
  expect(examineSources([first, ...others])).toMatchObject([{ state: 'good' }])
  const doubtful = { ...first, unverified: 'nobody asked it yet' }
  expect(examineSources([doubtful, ...others])).toMatchObject([
    { state: 'unsure', cure: expect.stringContaining('npm run check:sources') },
  ])
})

test('a mail plan without its limits is named, with those of the free plan', () => {
  const config = readConfigFile('wrangler.toml')
  const set = { MAIL_DAILY_QUOTA: '100', MAIL_MONTHLY_QUOTA: '3000' }
  expect(examineQuotas({ ...config, vars: { ...config.vars, ...set } })).toMatchObject([
    { state: 'good', words: '100 mails a day, 3000 a month' },
  ])
  expect(
    examineQuotas({ ...config, vars: { ...config.vars, ...set, MAIL_MONTHLY_QUOTA: '' } }),
  ).toMatchObject([{ state: 'unsure', cure: expect.stringContaining('MAIL_DAILY_QUOTA') }])
})

/** An account whose wrangler.toml is filled in. */
function deployed(differences: Parameters<typeof newAccount>[0] = {}) {
  const world = newAccount({ worker: true, secrets: SECRETS, ...differences })
  world.edit((toml) =>
    toml
      .replace(/database_id = "[^"]+"/, 'database_id = "uuid"')
      .replace('http://localhost:8787', 'https://status.example')
      .replace('digest@example.com', 'digest@status.example')
      .replace('hello@example.com', 'hello@status.example')
      .replace('POSTAL_ADDRESS = ""', 'POSTAL_ADDRESS = "Street 1, Town"'),
  )
  return world
}

/** A resolver that answers as Cloudflare's does, long records in pieces. */
async function resolver(records: Record<string, string[]>): Promise<string> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://resolver').searchParams.get('name') ?? ''
    const Answer = (records[name] ?? []).map((text) => ({
      name,
      type: 16,
      data: `"${text.slice(0, 10)}" "${text.slice(10)}"`,
    }))
    response.setHeader('content-type', 'application/dns-json')
    response.end(JSON.stringify({ Status: Answer.length > 0 ? 0 : 3, Answer }))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`
}
