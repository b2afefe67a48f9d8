import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { seed } from '../../bench/http/seed.ts'
import { ADDRESS, alter, command, contentsOf, fillAll, rowsIn } from './archive/world.ts'
import { newState } from './state.ts'

const ARTICLES = 10_000
const SLOW = { timeout: 400_000 } // a quarter of a minute where nothing else runs

let small: { archive: string; state: string }

beforeAll(async () => {
  const { directory, archive } = await filled(100, afterAll)
  const told = await command('export', ['--out', archive, '--state', directory])
  if (told.code !== 0) throw new Error(told.stderr)
  small = { state: directory, archive }
})

test('ten thousand articles and a row of every table come back as they were', SLOW, async () => {
  const full = await filled(ARTICLES)
  const told = await command('export', ['--out', full.archive, '--state', full.directory])
  expect(told).toMatchObject({ code: 0, stderr: '' })
  const state = join(full.directory, 'restored')
  const { code, stderr } = await command('import', [full.archive, '--state', state])
  expect([code, stderr]).toEqual([0, ''])
  const before = contentsOf(full.file)
  const after = contentsOf(join(state, 'v3/d1/miniflare-D1DatabaseObject/database.sqlite'))
  expect(before.rows.length).toBeGreaterThan(4 * ARTICLES)
  expect(after.rows.length).toBe(before.rows.length)
  expect(digestOf(after.rows)).toBe(digestOf(before.rows))
  expect(after.schema).toEqual(before.schema)
})

test('no address stands in an archive in the open, and nobody else may read the file', () => {
  const text = gunzipSync(readFileSync(small.archive)).toString('utf8')
  expect(text).toContain('address_sealed')
  for (const part of [ADDRESS, ...ADDRESS.split('@')]) expect(text).not.toContain(part)
  expect(statSync(small.archive).mode & 0o777).toBe(0o600)
})

test('what was put back goes on: triggers count, and words are found', async () => {
  const state = await restored()
  const database = new DatabaseSync(fileOf(state))
  onTestFinished(() => database.close())
  const count = () => Number(database.prepare('SELECT articles FROM totals').get()?.articles)
  const before = count()
  database.exec("UPDATE articles SET relevant = 0, story_id = NULL WHERE url LIKE '%/7'")
  expect(count()).toBe(before - 1)
  const found = database.prepare("SELECT id FROM search_words WHERE search_words MATCH 'headline'")
  expect(found.all().length).toBeGreaterThan(10)
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
})

test('the deployed database is read and written by wrangler alone, with nothing lost', async () => {
  const remote = remoteCopy()
  const archive = join(small.state, 'remote.ndjson.gz')
  const read = await command('export', ['--out', archive, '--remote'], remote.is)
  expect(read).toMatchObject({ code: 0, stderr: '' })
  const target = { STAND_IN_DATABASE: join(small.state, `target-${Date.now()}.sqlite`) }
  migrated(target.STAND_IN_DATABASE)
  expect(await command('import', [archive, '--remote'], target)).toMatchObject({ code: 0 })
  expect(contentsOf(target.STAND_IN_DATABASE).rows).toEqual(contentsOf(remote.file).rows)
})

test('an export that breaks off leaves no file', async () => {
  const remote = remoteCopy()
  const archive = join(small.state, 'broken.ndjson.gz')
  const environment = { ...remote.is, STAND_IN_FAILS: 'FROM "stories"' }
  const { code, stderr } = await command('export', ['--out', archive, '--remote'], environment)
  expect(code).toBe(1)
  expect(stderr).toContain('no network')
  expect([existsSync(archive), existsSync(`${archive}.part`)]).toEqual([false, false])
})

test.for([
  ['is cut off within', (file: string) => cut(file), /cannot be read to its end/],
  ['is cut off at a line', (file: string) => alter(file, (l) => l.slice(0, -1)), /is cut off/],
  ['had a value changed', (file: string) => alter(file, changed), /was altered/],
  ['lacks a row', (file: string) => alter(file, (l) => l.toSpliced(5, 1)), /was altered/],
  ['has a line that is no JSON', (file: string) => alter(file, noJson), /line 6 is no row/],
  ['has another count', (file: string) => alter(file, recounted), /rows of .+ should have/],
  ['is of another program', (file: string) => alter(file, () => ['{}', '{}']), /is no archive/],
  ['is of other migrations', (file: string) => alter(file, older), /of other migrations/],
  ['has rows of a table of its own', (file: string) => alter(file, foreign), /a table strangers/],
  ['has what refers to nothing', (file: string) => alter(file, dangling), /FOREIGN KEY/],
] as const)('an archive that %s is refused, and nothing is written', async ([, spoil, words]) => {
  const archive = spoil(small.archive)
  const state = mkdtempSync(join(tmpdir(), 'refused-'))
  onTestFinished(() => rmSync(state, { recursive: true }))
  const local = await command('import', [archive, '--state', state])
  expect(local.code).toBe(1)
  expect(local.stderr).toMatch(words)
  expect(local.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
  const target = join(state, 'remote.sqlite')
  const empty = migrated(target)
  const remote = await command('import', [archive, '--remote'], { STAND_IN_DATABASE: target })
  expect(remote.code).toBe(1)
  expect(contentsOf(target)).toEqual(empty)
  if (existsSync(join(state, 'v3'))) expect(rowsIn(state)).toEqual(empty.rows)
})

test('a database that holds something is left as it is', async () => {
  const before = contentsOf(fileOf(small.state))
  const local = await command('import', [small.archive, '--state', small.state])
  expect(local.code).toBe(1)
  expect(local.stderr).toMatch(/not empty: .*articles.*Nothing was written\./)
  const remote = remoteCopy()
  const refused = await command('import', [small.archive, '--remote'], remote.is)
  expect(refused.stderr).toContain('The database is not empty')
  expect(contentsOf(fileOf(small.state))).toEqual(before)
  expect(contentsOf(remote.file).rows).toEqual(before.rows)
})

/** A database with something in each table, and where its archive is to be. */
async function filled(articles: number, atEnd?: typeof afterAll) {
  const { directory, file, db } = newState(atEnd)
  await seed(db, articles)
  expect(await fillAll(file)).toEqual([])
  return { directory, file, archive: join(directory, 'backup.ndjson.gz') }
}

async function restored(): Promise<string> {
  const state = mkdtempSync(join(tmpdir(), 'restored-'))
  onTestFinished(() => rmSync(state, { recursive: true }))
  await command('import', [small.archive, '--state', state])
  return state
}

/** The small database as one of an account. */
function remoteCopy() {
  const file = join(small.state, `remote-${Date.now()}.sqlite`)
  writeFileSync(file, readFileSync(fileOf(small.state)))
  return { file, is: { STAND_IN_DATABASE: file } }
}

/** A database of an account that has had its migrations, and what those left in it. */
function migrated(file: string) {
  const { file: fresh } = newState()
  writeFileSync(file, readFileSync(fresh))
  return contentsOf(file)
}

function fileOf(state: string): string {
  return join(state, 'v3/d1/miniflare-D1DatabaseObject/database.sqlite')
}

function digestOf(rows: string[]): string {
  return createHash('sha256').update(rows.join('\n')).digest('hex')
}

function cut(archive: string): string {
  const file = archive.replace('.ndjson', '.cut.ndjson')
  writeFileSync(file, readFileSync(archive).subarray(0, 2_000))
  return file
}

const changed = (lines: string[]) => lines.map((line) => line.replace('Outlet 3', 'Outlet 4'))
const noJson = (lines: string[]) => lines.with(5, `${lines[5]},`)
const older = (lines: string[]) => signed(lines.with(0, lines[0]?.replace(/,"[^"]+"\]/, ']') ?? ''))
const foreign = (lines: string[]) =>
  signed(lines.with(3, lines[3]?.replace(/"table":"\w+"/, '"table":"strangers"') ?? ''))
const dangling = (lines: string[]) =>
  signed(lines.filter((line) => !line.includes('"table":"scans"')))

/** Its end tells a row more than there is; that it was altered nothing else could tell. */
function recounted(lines: string[]): string[] {
  const end = JSON.parse(lines.at(-1) ?? '')
  return lines.with(-1, JSON.stringify({ ...end, rows: { ...end.rows, articles: 101 } }))
}

/** An end that fits the lines before it, as somebody would write it who wants to deceive. */
function signed(lines: string[]): string[] {
  const body = lines.slice(0, -1)
  const rows: Record<string, number> = {}
  for (const { table } of body.slice(1).map((line) => JSON.parse(line))) {
    rows[table] = (rows[table] ?? 0) + 1
  }
  const sha256 = createHash('sha256')
    .update(body.map((line) => `${line}\n`).join(''))
    .digest('hex')
  return [...body, JSON.stringify({ rows, sha256 })]
}
