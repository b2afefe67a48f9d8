import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { databaseFile, everyRow, tablesOf } from '../../../scripts/archive/tables.ts'
import { fingerprint, openVault, seal } from '../../../src/seal.ts'
import { run } from '../setup/account.ts'

export const STAND_IN = join(import.meta.dirname, 'd1-stand-in.mjs')

export const ADDRESS = 'ann.reader@example.org'
const KEY = 'test-secret-key-0123456789abcdefghijkl'

/** Text that is long, of many bytes a character, and of what SQL and lines may trip over. */
export const ODD_TEXT = `It's “odd”;\nDROP TABLE articles;\u2028\\ ${'漢😀'.repeat(30_000)}`

/** Rows for what a seeded database has none of, in the order of their references. */
const ROWS: Record<string, Record<string, string | number | null>> = {
  hosts: { host: 'a.example', lease: 'l', leased_at: '2026-01-01' },
  robots: { origin: 'https://a.example', fetched_at: '2026-01-01', text: ODD_TEXT },
  stopped_hosts: { host: 'b.example', asked_at: '2026-01-01', words: 'please' },
  addresses: { url: 'https://a.example/feed', asked_at: '2026-01-01', etag: 'W/"x"' },
  scans: { id: 'scan', requested_by: 'admin', requested_at: '2026-01-01' },
  looks: { scan_id: 'scan', source_id: 'source-1' },
  backfills: { source_id: 'source-1', scan_id: 'scan', next_at: '2026-01-01' },
  pages: {
    ...{ url: 'https://a.example/a', source_id: 'source-1', scan_id: 'scan', title: 't' },
    ...{ feed_text: '', found_at: '2026-01-01', next_try_at: '2026-01-01' },
  },
  dead_letters: { id: 'l', queue: 'q', job: '{}', attempts: 5, died_at: '2026-01-01' },
  job_failures: { job: '{}', reason: 'why', failed_at: '2026-01-01' },
  suppressions: { address_hash: 'other', reason: 'bounce', suppressed_at: '2026-01-01' },
  issues: {
    ...{ id: '2026-W01', covers_from: '2026-01-01', covers_until: '2026-01-08' },
    ...{ made_at: '2026-01-08', subject: 's', html: '<p>é</p>', text: 't', news: '{}' },
    ...{ content_hash: 'h', envelope: '{}', planned_at: '2026-01-08' },
  },
  delivery_chunks: {
    ...{ issue_id: '2026-W01', number: 0, first_subscriber: 's1', last_subscriber: 's1' },
  },
  deliveries: { issue_id: '2026-W01', subscriber_id: 's1', chunk: 0, sent_at: '2026-01-08' },
  past_deliveries: { issue_id: '2026-W01', planned: 7, sent: 6, refused: 1 },
  webhook_events: { id: 'e', type: 'email.bounced', handled_at: '2026-01-09' },
  mail_account: { id: 1, day_used: 3 },
  limits: { name: 'n', used: 1, ends_at: '2026-01-01' },
  status_reasons: { rules_version: 0, from_at: '2026-01-01', statements: '[]' },
  status_checkpoints: { rules_version: 1, at: '2026-01-01', state: '{}' },
  rereading: { id: 1, rules_version: 2, started_at: '2026-01-01', total: 3 },
  audit: { at: '2026-01-01', who: 'ann', act: 'pause', subject: 's' },
  usage: { day: '2026-01-01', what: 'mails', used: 3 },
  subscriber_days: {
    ...{ day: '2026-01-01', weekly: 1, news: 0, changes: 0, paused: 0, unconfirmed: 0 },
    ...{ gone: 0, suppressed: 0 },
  },
  alerts: { day: '2026-01-01', cause: 'c', words: 'w', made_at: '2026-01-01' },
  snapshots: { name: 'n', turn: 1, holds_until: '2026-01-01', body: '{}' },
}

/** Puts at least one row into each table of a seeded database; those that stay empty. */
export async function fillAll(file: string): Promise<string[]> {
  const vault = await openVault([KEY])
  const subscriber = {
    ...{ id: 's1', address_hash: await fingerprint(vault, ADDRESS), created_at: '2026-01-01' },
    ...{ address_sealed: await seal(vault, ADDRESS), confirmed_at: '2026-01-02' },
  }
  const database = new DatabaseSync(file)
  const article = String(database.prepare('SELECT id FROM articles ORDER BY id').get()?.id)
  const after = JSON.stringify({ kind: 'relevance', relevant: true })
  const rows = {
    ...ROWS,
    subscribers: subscriber,
    confirmations: {
      ...{ id: 'c', subscriber_id: 's1', token_hash: 't', form: 'home', text_version: '1' },
      ...{ requested_at: '2026-01-01', expires_at: '2026-01-03', used_at: '2026-01-02' },
    },
    subscribe_requests: {
      ...{ id: 'r', address_hash: 'h', address_sealed: 'x', token_sealed: 'y', form: 'home' },
      ...{ text_version: '1', choice: 'news', requested_at: '2026-01-01' },
    },
    soft_bounces: { subscriber_id: 's1', event_id: 'e', happened_at: '2026-01-09' },
    revisions: {
      ...{ article_id: article, number: 1, moment: '2026-01-01', read_at: '2026-01-01' },
      ...{ removed: '[]', added: JSON.stringify([ODD_TEXT]) },
    },
    corrections: {
      ...{ id: 'c', number: 1, at: '2026-01-01', by: 'ann', kind: 'relevance' },
      ...{ article_id: article, before: '{}', after },
    },
  }
  for (const [table, row] of Object.entries(rows)) {
    const names = Object.keys(row)
    database
      .prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`)
      .run(...Object.values(row))
  }
  const isEmpty = (table: string) =>
    database.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined
  for (const table of tablesOf(database).filter(isEmpty)) addAny(database, table)
  const empty = tablesOf(database).filter(isEmpty)
  database.close()
  return empty
}

/** Some row, by the table's own description. */
function addAny(database: DatabaseSync, table: string): void {
  const parents = new Map(
    database
      .prepare(`PRAGMA foreign_key_list("${table}")`)
      .all()
      .map(({ from, table: parent, to }) => [from, { parent, to }]),
  )
  const values = database
    .prepare(`PRAGMA table_info("${table}")`)
    .all()
    .map(({ name, type }) => {
      const { parent, to } = parents.get(name) ?? {}
      if (parent)
        return Object.values(database.prepare(`SELECT ${to} FROM ${parent}`).get() ?? {})[0]
      return type === 'TEXT' ? '[]' : 1
    })
  const marks = values.map(() => '?').join()
  database
    .prepare(`INSERT INTO "${table}" VALUES (${marks})`)
    .run(...values.map((one) => one ?? null))
}

/** Every row of a database, sorted, and what its tables, indexes and triggers are made by. */
export function contentsOf(file: string): { rows: string[]; schema: string[] } {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = [...everyRow(database)].map((row) => JSON.stringify(row)).sort()
  const schema = database.prepare('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL').all()
  database.close()
  return { rows, schema: schema.map(({ sql }) => String(sql)).sort() }
}

/** Runs `npm run export` or `import` before the stand-in for wrangler. */
export function command(
  name: 'export' | 'import',
  args: string[],
  environment: Record<string, string> = {},
) {
  return run([`scripts/${name}.ts`, ...args, '--wrangler', STAND_IN], environment)
}

/** An archive with its lines changed. */
export function alter(archive: string, change: (lines: string[]) => string[]): string {
  const lines = gunzipSync(readFileSync(archive)).toString('utf8').split('\n').slice(0, -1)
  const altered = archive.replace('.ndjson', '.altered.ndjson')
  writeFileSync(
    altered,
    gzipSync(
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  )
  return altered
}

/** The rows of what an import left. */
export function rowsIn(state: string): string[] {
  return contentsOf(databaseFile(state)).rows
}
