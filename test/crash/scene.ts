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
import { expect, onTestFinished } from 'vitest'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { startNewsroom } from '../../demo/newsroom/server.ts'
import { addPerson, newBook } from '../../scripts/crash/book.ts'
import { findingsIn } from '../../scripts/crash/invariants.ts'
import { outcomeOf } from '../../scripts/crash/outcome.ts'
import type { World } from '../../scripts/crash/world.ts'

const PAGE = 4096 // bytes, SQLite's own choice
/** When the scene's issue was made, and a moment before it, in ms since the epoch. */
export const MADE = '2026-11-20T09:00:00.000Z'
export const BEFORE = Date.parse(MADE) - 1000
const READER = 'delivered+reader-1@resend.dev'

type Hands = {
  run: (sql: string) => void
  /** Writes nonsense over the first page of an index. */
  overwrite: (index: string) => void
  take: (key: string, to?: string) => Promise<void>
}

/** A world after its crashes: its database as it was undisturbed, and hands to spoil it with. */
export async function openScene(rows: string[]) {
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

/** The promises that are broken, by name. */
export function brokenIn(findings: ReturnType<typeof findingsIn>): string[] {
  return findings.filter(({ breaches }) => breaches.length > 0).map(({ promise }) => promise)
}
