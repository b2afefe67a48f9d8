import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/db/admin/migrations.ts'
import type { SourceState } from '../../src/db/sources.ts'
import { findingsOf, type Situation } from '../../src/digest/alert.causes.ts'
import { watch } from '../../src/digest/alert.ts'
import { judge } from '../../src/digest/health.ts'
import { mailWorld } from './world.ts'

const ADMIN = 'operator@example.org'
const NOW = new Date('2026-03-02T10:00:00Z')
const NONE = {
  looks: null,
  pages: null,
  placing: null,
  histories: null,
  requests: null,
  mails: null,
}
const VITALS = {
  lastGoodScan: NOW.toISOString(),
  firstScan: '2026-01-01T00:00:00.000Z',
  overdueSince: null,
  newestArticle: null,
  oldest: NONE,
  lastIssue: null,
  migrations: [...MIGRATIONS],
}
const DUE = { now: NOW, due: { id: '2026-W09', moment: new Date('2026-02-27T09:00:00Z') } }
const WELL: Situation = {
  now: NOW,
  sources: [],
  health: judge(VITALS, { ...DUE, isMade: true, isHeld: false }),
  hold: null,
  feedback: { mails: 1000, bounces: 2, complaints: 0 },
  letters: { count: 0, oldest: null },
  open: [],
  meters: [],
}
const SOURCE: SourceState = {
  ...{ id: 'lantern', state: 'slow', nextDueAt: '', notBefore: null, lastScanAt: '2026-03-02' },
  ...{
    lastOkAt: '2026-02-20T00:00:00.000Z',
    lastChangeAt: null,
    failures: 9,
    lastError: 'HTTP 500',
  },
  ...{
    rhythm: null,
    leastGap: 0,
    hints: {},
    items: null,
    shown: null,
    movedTo: null,
    movedSeen: 0,
  },
}
const METER = { name: 'mails today', by: 'provider', limit: 100, ends: 'day' } as const

/** A world whose only trouble is that no scan was ever good, with an admin to be told. */
async function troubled() {
  const world = await mailWorld()
  await env.DB.batch(
    ['alerts', 'dead_letters', 'usage', 'subscriber_days'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  )
  world.app.config.mail.admin = ADMIN
  return world
}

test('where all is well nobody is told anything', () => {
  expect(findingsOf(WELL)).toEqual([])
})

test.each<[string, Partial<Situation>, string]>([
  ['source dead', { sources: [SOURCE] }, 'lantern (slow: HTTP 500)'],
  ['source dead', { sources: [{ ...SOURCE, state: 'gone', lastOkAt: NOW.toISOString() }] }, 'gone'],
  [
    'digest late',
    { health: judge(VITALS, { ...DUE, isMade: false, isHeld: false }) },
    'Issue 2026-W09 is not made',
  ],
  [
    'digest late',
    { open: [{ id: '2026-W08', madeAt: '2026-02-20T09:00:00.000Z', heldAt: null }] },
    '2026-W08',
  ],
  [
    'approval',
    { open: [{ id: '2026-W09', madeAt: '2026-02-27', heldAt: '2026-02-27' }] },
    'issue 2026-W09',
  ],
  ['bounce rate', { feedback: { mails: 1000, bounces: 20, complaints: 0 } }, '20 bounces'],
  ['bounce rate', { feedback: { mails: 5000, bounces: 0, complaints: 3 } }, '3 complaints'],
  ['dead letters', { letters: { count: 2, oldest: '2026-03-01T00:00:00Z' } }, '2 jobs'],
  ['quota near', { meters: [{ ...METER, used: 80, share: 0.8 }] }, '80 of 100'],
])('an admin is told of: %s', (cause, change, words) => {
  const findings = findingsOf({ ...WELL, ...change })
  expect(findings.map((finding) => finding.cause)).toEqual([cause])
  expect(findings[0]?.words).toContain(words)
})

test.each<[string, Partial<Situation>]>([
  ['a source that is paused', { sources: [{ ...SOURCE, state: 'paused' }] }],
  ['a source that fails since today', { sources: [{ ...SOURCE, lastOkAt: NOW.toISOString() }] }],
  ['few bounces', { feedback: { mails: 10, bounces: 2, complaints: 2 } }],
  ['a quota that is four fifths empty', { meters: [{ ...METER, used: 79, share: 0.79 }] }],
  [
    'an issue that a quota holds up',
    {
      open: [{ id: '2026-W08', madeAt: '2026-02-20', heldAt: null }],
      hold: { reason: 'daily quota', until: NOW, isQuota: true, isPause: false },
    },
  ],
])('nobody is told of %s', (_, change) => {
  expect(findingsOf({ ...WELL, ...change })).toEqual([])
})

test('a cause is told once a day, as long as it lasts', async () => {
  const { app, box, later } = await troubled()
  for (let hour = 0; hour < 30; hour++) {
    await watch(app)
    later(1)
  }
  expect(box.delivered.map(({ to }) => to)).toEqual([ADMIN, ADMIN])
  expect(box.delivered[0]?.text).toContain('No scan was good yet.')
  expect(box.delivered[0]?.text).toContain('/admin/scans')
})

test('an alert whose outcome is unknown is sent again under its key, and comes once', async () => {
  const { app, box, later } = await troubled()
  box.trouble = ({ key }) => {
    const isFirst = box.calls.filter((call) => call.key === key).length === 1
    return isFirst ? { isTaken: true, result: { kind: 'unknown', reason: 'time-out' } } : undefined
  }
  await watch(app)
  later(1)
  await watch(app)
  later(1)
  await watch(app)
  expect(box.calls.map(({ key }) => key)).toEqual(Array(2).fill('alert/2026-11-18/scan-late'))
  expect(box.delivered.length).toBe(1)
})

test('without an address nobody is mailed, and the log tells', async () => {
  const { app, box, logged } = await troubled()
  app.config.mail.admin = null
  await watch(app)
  expect(box.calls).toEqual([])
  expect(logged).toContain('{"event":"attention","cause":"scan late"}')
})
