import {
  closeSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { startNewsroom } from '../../demo/newsroom/server.ts'
import { actIn, addPerson, newBook } from '../../scripts/crash/book.ts'
import { findingsIn } from '../../scripts/crash/invariants.ts'
import { outcomeOf } from '../../scripts/crash/outcome.ts'
import type { World } from '../../scripts/crash/world.ts'

const PAGE = 4096 // bytes, SQLite's own choice
const MADE = '2026-11-20T09:00:00.000Z'
const BEFORE = Date.parse(MADE) - 1000
const BEFORE_TIME = new Date(BEFORE).toISOString()
const READER = 'delivered+reader-1@resend.dev'

const CHANGE = `INSERT INTO status_changes (rules_version, from_at, stage, because)
  VALUES (1, '2026-01-01T00:00:00.000Z', 'talks', '[]')`
const ISSUE = `INSERT INTO issues (id, covers_from, covers_until, made_at, subject, html, text, news,
    content_hash)
  VALUES ('2026-W47', '2026', '2027', '${MADE}', 's', 'h', 't', '{}', 'c')`
const CALL = `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber,
    in_doubt_since, ended_at, outcome)
  VALUES ('2026-W47', 0, 'a', 'z', '${MADE}', '${MADE}', 'sent')`

test('of a world in which nothing went wrong, every promise is kept', async () => {
  const { findings } = await openScene([CHANGE, ISSUE, CALL])
  expect(brokenIn(await findings(({ take }) => take('digest/2026-W47/0')))).toEqual([
    'all that was begun is ended',
  ])
})

test.for([
  [
    'a page that was given up',
    'pages: all read that publishers show',
    "INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at, given_up_at) VALUES ('u', 's', 'c', 't', '', '1', '1', '2')",
  ],
  [
    'a change of the status that is gone',
    'changes of status: none lost',
    'DELETE FROM status_changes',
  ],
  [
    'a change of the status that is told twice',
    'changes of status: none twice, none other',
    CHANGE.replace('01-01', '01-02'),
  ],
  ['a count that went on alone', 'counts: as counted', 'UPDATE totals SET articles = articles + 1'],
  [
    'an act without its entry',
    'audit: nothing done in silence',
    "INSERT INTO stopped_hosts VALUES ('h.example', '1', 'w')",
  ],
  [
    'a reference to nothing',
    'every reference leads somewhere',
    "INSERT INTO looks (scan_id, source_id) VALUES ('no', 'no')",
  ],
  [
    'work that nobody takes up',
    'all that was begun is ended',
    "INSERT INTO subscribe_requests VALUES ('r', 'h', 's', 't', 'f', 'v', 'weekly', '1')",
  ],
  [
    'a source that was not seen once all was well again',
    'all that was begun is ended',
    `INSERT INTO sources (id, next_due_at, last_ok_at) VALUES ('s', '9', '${BEFORE_TIME}')`,
  ],
] as const)('%s is seen', async ([, promise, sql]) => {
  const { findings } = await openScene([CHANGE])
  expect(brokenIn(await findings(({ run }) => run(sql)))).toContain(promise)
})

test('a page of the database that was overwritten is seen', async () => {
  const { findings } = await openScene([CHANGE])
  const broken = brokenIn(await findings(({ overwrite }) => overwrite('articles_of_story')))
  expect(broken).toContain('the database is whole')
})

test.for([
  ['twice', 'issues: no subscriber twice', ['digest/2026-W47/0', 'digest/2026-W47/0/1']],
  ['not at all', 'issues: no subscriber left out', []],
] as const)('an issue that comes %s is seen', async ([, promise, keys]) => {
  const { findings } = await openScene([ISSUE, CALL])
  const broken = brokenIn(
    await findings(async ({ take }) => {
      for (const key of keys) await take(key)
    }),
  )
  expect(broken).toContain(promise)
})

test.for([
  ['had left before the call', { left: BEFORE - 60_000, leaving: BEFORE - 60_000 }],
  ['had never confirmed', { confirming: null, confirmed: null }],
])('an issue to somebody who %s is seen', async ([, known]) => {
  const { findings, person } = await openScene([ISSUE, CALL])
  Object.assign(person, known)
  const broken = brokenIn(await findings(({ take }) => take('digest/2026-W47/0')))
  expect(broken).toContain('issues: nobody after leaving')
})

test.for([
  ['never comes', []],
  ['comes twice', ['confirm/1', 'confirm/2']],
] as const)('a link to confirm that %s is seen', async ([, keys]) => {
  const { findings, book } = await openScene([])
  const { address } = addPerson(book, 'delivered+new-1@resend.dev', { wasTaken: true })
  const broken = brokenIn(
    await findings(async ({ take }) => {
      for (const key of keys) await take(key, address)
    }),
  )
  expect(broken).toContain('confirmations: one each')
})

test('an answered act that the log has not, or has twice, is seen', async () => {
  const { findings, book } = await openScene([])
  Object.assign(actIn(book, 'stop host', 'h.example'), { asked: 1, answered: 1 })
  const entry =
    "INSERT INTO audit (at, who, act, subject) VALUES ('1', 'a', 'stop host', 'h.example')"
  const promise = 'audit: every answered act once'
  expect(brokenIn(await findings(() => {}))).toContain(promise)
  expect(brokenIn(await findings(({ run }) => run(entry)))).not.toContain(promise)
  expect(brokenIn(await findings(({ run }) => run(entry)))).toContain(promise)
})

type Hands = {
  run: (sql: string) => void
  /** Writes nonsense over the first page of an index. */
  overwrite: (index: string) => void
  take: (key: string, to?: string) => Promise<void>
}

/** A world after its crashes: its database as it was undisturbed, and hands to spoil it with. */
async function openScene(rows: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'alita2-promises-'))
  mkdirSync(join(folder, 'state'))
  const file = join(folder, 'state', 'd1.sqlite')
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  database.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY')
  for (const one of globSync('migrations/*.sql').sort()) database.exec(readFileSync(one, 'utf8'))
  for (const row of rows) database.exec(row)
  const [newsroom, mailbox] = await Promise.all([startNewsroom(), startMailbox()])
  onTestFinished(async () => {
    database.close()
    await Promise.all([newsroom.close(), mailbox.close()])
    rmSync(folder, { recursive: true, force: true })
  })
  const book = newBook()
  const person = addPerson(book, READER, { wasTaken: true, confirming: BEFORE, confirmed: BEFORE })
  // the parts of a world that are looked at once all has ended
  const calmSince = Date.parse(MADE)
  const world = { build: { folder }, newsroom, mailbox, book, calmSince } as unknown as World
  const undisturbed = outcomeOf(world)
  const hands: Hands = {
    run: (sql) => database.exec(sql),
    overwrite: (index) => {
      const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(index)
      overwritePage(file, Number(root?.rootpage))
    },
    take: (key, to = READER) => sendTo(mailbox.url, key, to),
  }
  const findings = async (spoil: (hands: Hands) => Promise<void> | void) => {
    await spoil(hands)
    return findingsIn(world, undisturbed)
  }
  return { book, person, findings }
}

function overwritePage(file: string, page: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(PAGE, 0xaa), 0, PAGE, (page - 1) * PAGE)
  closeSync(handle)
}

async function sendTo(url: string, key: string, to: string): Promise<void> {
  const mail = { from: 'a@b.example', to, subject: 's', text: 't' }
  const tags = [{ name: 'issue', value: '2026-W47' }]
  const headers = { authorization: 'Bearer re_test', 'idempotency-key': key }
  const body = JSON.stringify([{ ...mail, tags }])
  const { status } = await fetch(`${url}/emails/batch`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  expect(status).toBe(200)
}

function brokenIn(findings: ReturnType<typeof findingsIn>): string[] {
  return findings.filter(({ breaches }) => breaches.length > 0).map(({ promise }) => promise)
}
