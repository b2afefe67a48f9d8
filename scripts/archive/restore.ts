import type { Row, Value } from './format.ts'

const PIECE = 30_000 // characters: D1 takes statements of up to 100 KB
const PARTS = 'CREATE TABLE archive_parts (value INTEGER, number INTEGER, part TEXT)'

/**
 * The SQL that puts rows back into an empty database of the same migrations, statement by statement,
 * none over D1's limit. Triggers are away meanwhile: what they would write is in the archive. What
 * migrations themselves wrote is replaced. References are checked at the end.
 */
export async function* restoreSql(
  tables: string[],
  triggers: { name: string; sql: string }[],
  rows: AsyncIterable<{ table: string; row: Row }>,
): AsyncGenerator<string> {
  yield 'PRAGMA defer_foreign_keys = on'
  for (const { name } of triggers) yield `DROP TRIGGER "${name}"`
  for (const table of tables) yield `DELETE FROM "${table}"`
  yield PARTS
  for await (const { table, row } of rows) yield* insertSql(table, row)
  yield 'DROP TABLE archive_parts'
  for (const { sql } of triggers) yield sql
}

function* insertSql(table: string, row: Row): Generator<string> {
  const values = []
  let long = 0
  for (const value of Object.values(row)) {
    if (typeof value === 'string' && value.length > PIECE / Object.keys(row).length) {
      yield* partsSql(long, value)
      values.push(partsOf(long))
      long += 1
    } else values.push(literal(value))
  }
  const names = Object.keys(row).map((name) => `"${name}"`)
  yield `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${values.join(', ')})`
  if (long > 0) yield 'DELETE FROM archive_parts'
}

/** A long text goes in by pieces, never cut within a character. */
function* partsSql(value: number, text: string): Generator<string> {
  const characters = text.match(new RegExp(`[^]{1,${PIECE / 2}}`, 'gu')) ?? []
  for (const [number, part] of characters.entries()) {
    yield `INSERT INTO archive_parts VALUES (${value}, ${number}, ${literal(part)})`
  }
}

function partsOf(value: number): string {
  return `(SELECT group_concat(part, '') FROM (SELECT part FROM archive_parts WHERE value = ${value} ORDER BY number))`
}

function literal(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'object') return value.integer
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
