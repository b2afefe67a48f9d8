import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { wordsOf } from '../failure.ts'

/** A whole number that JSON's readers would round is told by its digits. */
export type Value = string | number | null | { integer: string }
export type Row = Record<string, Value>

const FORMAT = 'news-status archive 1'

const headerSchema = z.object({ format: z.literal(FORMAT), migrations: z.array(z.string()) })
const integerSchema = z.object({ integer: z.string().regex(/^-?\d+$/) })
const rowSchema = z.object({
  table: z.string().regex(/^\w+$/),
  row: z.record(
    z.string().regex(/^\w+$/),
    z.union([z.string(), z.number(), z.null(), integerSchema]),
  ),
})
const trailerSchema = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() })

/** What an archive holds, by its last line. */
export type Contents = { migrations: string[]; rows: Record<string, number> }

/**
 * Writes an archive: gzip of NDJSON, one line for the migrations that made the tables, one a row, and
 * at the end how many rows of each table there are and a SHA-256 of all lines before. The file is
 * there when it is whole. Gives the counts.
 */
export async function writeArchive(
  file: string,
  migrations: string[],
  tables: Iterable<{ table: string; row: Row }> | AsyncIterable<{ table: string; row: Row }>,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  const hash = createHash('sha256')
  const lineOf = (value: object) => {
    const line = `${JSON.stringify(value)}\n`
    hash.update(line)
    return line
  }
  async function* lines() {
    yield lineOf({ format: FORMAT, migrations })
    for await (const { table, row } of tables) {
      rows[table] = (rows[table] ?? 0) + 1
      yield lineOf({ table, row })
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`
  }
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { mode: 0o600 }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return rows
}

/** Reads all of an archive and throws an Error if it is cut off, altered, miscounted or none. */
export async function checkArchive(file: string): Promise<Contents> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  let migrations: string[] | null = null
  let before: string | null = null
  let number = 0
  for await (const line of linesOf(file)) {
    if (before !== null) {
      hash.update(`${before}\n`)
      if (migrations === null) migrations = headerOf(file, before)
      else {
        const table = tableOf(before, `${file}, line ${number}`)
        rows[table] = (rows[table] ?? 0) + 1
      }
    }
    before = line
    number += 1
  }
  const trailer = trailerSchema.safeParse(parsed(before))
  if (migrations === null || !trailer.success) throw new Error(`${file} is cut off: it has no end.`)
  if (trailer.data.sha256 !== hash.digest('hex')) throw new Error(`${file} was altered.`)
  refuseMiscounted(file, rows, trailer.data.rows)
  return { migrations, rows }
}

function tableOf(line: string, where: string): string {
  const row = rowSchema.safeParse(parsed(line))
  if (row.success) return row.data.table
  throw new Error(`${where} is no row of a table.`)
}

function refuseMiscounted(file: string, there: Contents['rows'], told: Contents['rows']): void {
  const names = [...new Set([...Object.keys(there), ...Object.keys(told)])]
  const wrong = names.find((name) => (there[name] ?? 0) !== (told[name] ?? 0))
  if (wrong === undefined) return
  const counts = `${there[wrong] ?? 0} rows of ${wrong}, and should have ${told[wrong] ?? 0}`
  throw new Error(`${file} has ${counts}.`)
}

/** The rows of an archive that was checked. */
export async function* rowsOf(file: string): AsyncGenerator<{ table: string; row: Row }> {
  for await (const line of linesOf(file)) {
    const row = rowSchema.safeParse(parsed(line))
    if (row.success) yield row.data
  }
}

/** Lines end at a line feed only, which JSON writes as \n within text; readline breaks at more. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  const gunzip = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip).setEncoding('utf8')
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    const words = wordsOf(error)
    throw new Error(`${file} cannot be read to its end: ${words}`)
  }
  if (rest !== '') yield rest
}

function headerOf(file: string, line: string): string[] {
  const header = headerSchema.safeParse(parsed(line))
  if (!header.success) throw new Error(`${file} is no archive of npm run export.`)
  return header.data.migrations
}

function parsed(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return null
  }
}
