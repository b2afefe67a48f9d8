import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { run, type Wrangler } from '../setup/wrangler.ts'
import type { Row } from './format.ts'
import { columnsOf, tablesOf } from './tables.ts'

const PAGE = 2000 // rows a call
const ROWID = 'CAST(rowid AS TEXT) AS "rowid"' // beyond what JSON's numbers hold

const answeredSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const answerSchema = z.tuple([z.object({ results: z.array(answeredSchema) })])

type Answered = z.infer<typeof answeredSchema>

/**
 * Every row of the deployed database, page by page: D1 exports none that has a search index in it. So
 * what is written meanwhile may be in one table and not yet in another.
 */
export async function* remoteRows(
  wrangler: Wrangler,
  fresh: DatabaseSync,
): AsyncGenerator<{ table: string; row: Row }> {
  for (const table of tablesOf(fresh)) {
    const { names, key } = columnsOf(fresh, table)
    const wanted = names.map((name) => (name === 'rowid' ? ROWID : `"${name}"`)).join(', ')
    const marks = key.map((name, at) => `CAST("${name}" AS TEXT) AS "key ${at}"`).join(', ')
    const order = key.map((name) => `"${name}"`).join(', ')
    for (let after: string | null = ''; after !== null; ) {
      const sql = `SELECT ${wanted}, ${marks} FROM "${table}" ${after} ORDER BY ${order} LIMIT ${PAGE}`
      const rows: Answered[] = await askRemote(wrangler, sql)
      for (const row of rows) yield { table, row: withoutMarks(row) }
      const last = rows.length < PAGE ? undefined : rows.at(-1)
      after = last === undefined ? null : `WHERE (${order}) > (${placeOf(key, last)})`
    }
  }
}

/** A directory that is gone after `use`. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A database in memory as migrations alone make it. */
export function freshDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  for (const file of readdirSync('migrations').sort()) {
    database.exec(readFileSync(join('migrations', file), 'utf8'))
  }
  return database
}

/** The migrations that the deployed database has had, and how many rows its tables hold. */
export async function remoteState(wrangler: Wrangler, tables: string[]) {
  const had = await askRemote(wrangler, 'SELECT name FROM d1_migrations ORDER BY name')
  const counts = tables.map((table) => `(SELECT count(*) FROM "${table}") AS "${table}"`)
  const [rows = {}] = await askRemote(wrangler, `SELECT ${counts.join(', ')}`)
  const numbers = Object.entries(rows).map(([table, count]) => [table, Number(count)])
  return {
    migrations: had.map(({ name }) => String(name)),
    rows: Object.fromEntries(numbers) as Record<string, number>,
  }
}

/** What the deployed database answers to one statement. */
export async function askRemote(wrangler: Wrangler, sql: string): Promise<Answered[]> {
  const args = ['d1', 'execute', 'DB', '--remote', '--json', '--command', sql]
  const [{ results }] = answerSchema.parse(JSON.parse(await run(wrangler, args)))
  return results
}

function withoutMarks(row: Answered): Row {
  const own = Object.entries(row).filter(([name]) => !name.startsWith('key '))
  return Object.fromEntries(
    own.map(([name, value]) => [name, name === 'rowid' ? { integer: String(value) } : value]),
  )
}

/** The last row's key as SQL; a number in it stays one, or it would be compared as text. */
function placeOf(key: string[], last: Answered): string {
  const values = key.map((name, at) => {
    const text = String(last[`key ${at}`])
    const isNumber = name === 'rowid' || typeof last[name] === 'number'
    return isNumber ? text : `'${text.replaceAll("'", "''")}'`
  })
  return values.join(', ')
}
