import { expect, test } from 'vitest'
import { configOf, type Vars } from '../src/config.ts'
import { TOPIC } from './scrape/web.ts'

const VARS: Vars = {
  SITE_URL: 'https://status.example/',
  DIGEST_TIME_ZONE: 'Europe/Berlin',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'Status <digest@status.example>',
  MAIL_REPLY_TO: 'hello@status.example',
  POSTAL_ADDRESS: '',
  MAIL_DAILY_QUOTA: '',
  MAIL_MONTHLY_QUOTA: '',
  SECRET_KEY: 'k'.repeat(32),
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
  ADMIN_TOKEN: 't'.repeat(32),
  RESEND_WEBHOOK_SECRET: '',
}
const OURS = { topic: TOPIC, sources: [], version: '1.0.0' }

test('a good environment becomes a configuration', () => {
  const config = configOf(VARS, OURS)
  expect(config.siteUrl).toBe('https://status.example')
  expect(config.digest).toEqual({ timeZone: 'Europe/Berlin', weekday: 5, hour: 9 })
  expect(config.webhookSecret).toBeNull()
  expect(config.newsroom).toBeNull()
})

test.each([
  ['SITE_URL', 'status.example'],
  ['DIGEST_TIME_ZONE', 'Mars/Olympus'],
  ['DIGEST_WEEKDAY', '8'],
  ['DIGEST_HOUR', 'noon'],
  ['MAIL_FROM', 'nobody'],
  ['SECRET_KEY', 'short'],
])('a bad %s is named', (name, value) => {
  expect(() => configOf({ ...VARS, [name]: value }, OURS)).toThrow(name)
})

test('several secrets are one in use and former ones, and each must be long', () => {
  const [fresh, old] = ['n'.repeat(32), 'o'.repeat(32)]
  expect(configOf(VARS, OURS).secretKey).toEqual([VARS.SECRET_KEY])
  expect(configOf({ ...VARS, SECRET_KEY: ` ${fresh} ${old}\n` }, OURS).secretKey).toEqual([
    fresh,
    old,
  ])
  for (const SECRET_KEY of [`${fresh} short`, `short ${old}`, '', ' ']) {
    expect(() => configOf({ ...VARS, SECRET_KEY }, OURS), SECRET_KEY).toThrow('SECRET_KEY')
  }
})

test('Turnstile is off without its site key, and fails closed without its secret', () => {
  const TURNSTILE_SECRET = 's'
  expect(configOf({ ...VARS, TURNSTILE_SECRET }, OURS).turnstile).toBeNull()
  const both = configOf({ ...VARS, TURNSTILE_SITE_KEY: 'k', TURNSTILE_SECRET }, OURS)
  expect(both.turnstile).toEqual({ siteKey: 'k', secret: 's' })
  const half = configOf({ ...VARS, TURNSTILE_SITE_KEY: 'k' }, OURS)
  expect(half.turnstile).toEqual({ siteKey: 'k', secret: null })
})

test('an admin token shorter than 32 characters is no admin token', () => {
  expect(configOf({ ...VARS, ADMIN_TOKEN: 't'.repeat(31) }, OURS).admins).toEqual([])
})

test('admins have names of their own, or one token is called admin', () => {
  const [ann, bob] = ['a'.repeat(32), 'b'.repeat(40)]
  const admins = (ADMIN_TOKEN: string) => configOf({ ...VARS, ADMIN_TOKEN }, OURS).admins
  expect(admins(ann)).toEqual([{ name: 'admin', token: ann }])
  expect(admins(`ann:${ann} bob:${bob} eve:short`)).toEqual([
    { name: 'ann', token: ann },
    { name: 'bob', token: bob },
  ])
})

test('Cloudflare Access is used with a team and an audience, or not at all', () => {
  const [ACCESS_TEAM, ACCESS_AUDIENCE] = ['fans', 'aud']
  expect(configOf(VARS, OURS).access).toBeNull()
  expect(configOf({ ...VARS, ACCESS_TEAM, ACCESS_AUDIENCE }, OURS).access).toEqual({
    team: 'fans',
    audience: 'aud',
  })
  expect(() => configOf({ ...VARS, ACCESS_TEAM }, OURS)).toThrow('ACCESS_AUDIENCE')
  expect(() => configOf({ ...VARS, ACCESS_AUDIENCE }, OURS)).toThrow('ACCESS_TEAM')
})

test('a bad entry of SOURCES is named with its field', () => {
  const SOURCES = JSON.stringify([
    { id: 'good', outlet: 'Good', url: 'https://a.example/feed', home: 'https://a.example/' },
    { id: 'bad', outlet: 'Bad', url: 'ftp://b.example/feed', home: 'https://b.example/' },
  ])
  expect(() => configOf({ ...VARS, SOURCES }, OURS)).toThrow(/source bad: url/)
})

test('two sources of one address are refused', () => {
  const entry = { outlet: 'A', url: 'https://a.example/feed', home: 'https://a.example/' }
  const SOURCES = JSON.stringify([
    { id: 'one', ...entry },
    { id: 'two', ...entry },
  ])
  expect(() => configOf({ ...VARS, SOURCES }, OURS)).toThrow(/source two: url: .* is there twice/)
})

test('a bad field of TOPIC is named', () => {
  const topic = { ...TOPIC, title: '' }
  expect(() => configOf({ ...VARS, TOPIC: JSON.stringify(topic) }, OURS)).toThrow(/TOPIC: title/)
})

test('who is told what is wrong has an address, or there is nobody', () => {
  const admin = (ADMIN_EMAIL: string) => configOf({ ...VARS, ADMIN_EMAIL }, OURS).mail.admin
  expect(admin('ops@status.example')).toBe('ops@status.example')
  expect(admin('')).toBeNull()
  expect(() => admin('nobody')).toThrow('ADMIN_EMAIL')
})
