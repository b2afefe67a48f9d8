import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

type Bound = { sql: string; values: SQLInputValue[] }

/**
 * A database in memory with our migrations, behind the part of D1's interface that src/db uses: for
 * commands that run the scan's code without a Worker, and keep nothing.
 */
export function memoryD1(): D1Database {
  const database = new DatabaseSync(':memory:')
  const folder = join(import.meta.dirname, '../../migrations')
  for (const file of readdirSync(folder).sort()) {
    database.exec(readFileSync(join(folder, file), 'utf8'))
  }
  const rowsOf = ({ sql, values }: Bound) => {
    const statement = database.prepare(sql)
    statement.setAllowUnknownNamedParameters(true) // as D1, which takes numbers that are left out
    const isQuery = statement.columns().length > 0
    const numbered = Object.fromEntries(values.map((value, at) => [`?${at + 1}`, value]))
    if (isQuery) return { results: statement.all(numbered), meta: { changes: 0 } }
    return { results: [], meta: { changes: Number(statement.run(numbered).changes) } }
  }
  const bound = (sql: string, values: SQLInputValue[]) => ({
    sql,
    values,
    bind: (...more: SQLInputValue[]) => bound(sql, more),
    run: () => Promise.resolve(rowsOf({ sql, values })),
    all: () => Promise.resolve(rowsOf({ sql, values })),
    first: (column?: string) => {
      const row = rowsOf({ sql, values }).results[0]
      return Promise.resolve(row === undefined ? null : column ? row[column] : row)
    },
  })
  const batch = (statements: Bound[]) => {
    database.exec('BEGIN')
    const results = statements.map(rowsOf)
    database.exec('COMMIT')
    return Promise.resolve(results)
  }
  // the rest of D1's interface is not used by src/db
  return { prepare: (sql: string) => bound(sql, []), batch } as unknown as D1Database
}
