import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'
import { z } from 'zod'
import { ADMIN_HELP, type Admin, adminOf, SITE } from './admin.ts'
import { end, fail } from './failure.ts'
import { readOptions, textsOf } from './options.ts'
import { COLUMNS, exportedSchema, readRecord, recordOf } from './subscribers.csv.ts'

const USAGE = `npm run -s subscribers -- import [--site URL] < list.csv
npm run -s subscribers -- export [--site URL] > list.csv

import  adds who consented elsewhere. Columns: email; confirmed_at (ISO 8601 with zone), form, text
        and source, which prove the consent: when, by which form, to which words, kept where; and,
        if wanted, choice (weekly, news, changes), paused_until. Nobody is brought back who has
        left, is suppressed or was erased, nor whoever bears unsubscribed_at or suppressed.
export  writes all who confirmed, also those who left, with their addresses in the open: keep it safe.
${ADMIN_HELP}
  --help       this text

Exit codes: 0 done; 1 failed, or rows that could not be read (the others are done); 2 wrong options.`

const ROWS_A_CALL = 50

const outcomesSchema = z.object({ outcomes: z.array(z.string()) })

const [command = '', ...rest] = process.argv.slice(2)
const isCommand = command === 'import' || command === 'export'
const argv = isCommand ? rest : process.argv.slice(2)
const options = readOptions(argv, USAGE, { site: { type: 'string' } })
if (!isCommand) end(2, 'import or export?', USAGE)

try {
  const admin = adminOf(textsOf(options)('site', SITE))
  await (command === 'import' ? importAll(admin) : exportAll(admin))
} catch (error) {
  fail(error)
}

async function importAll(admin: Admin): Promise<void> {
  const counts: Record<string, number> = {}
  const rows: object[] = []
  const send = async () => {
    const { outcomes } = await admin.post('/api/admin/subscribers/import', { rows }, outcomesSchema)
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
    rows.length = 0
  }
  const records = process.stdin.pipe(parse({ bom: true, columns: checkedHeader, info: true }))
  for await (const { record, info } of records) {
    const read = readRecord(record)
    if (read.kind === 'bad') fail(`line ${info.lines}: ${read.why}`)
    else rows.push(read.row)
    if (rows.length === ROWS_A_CALL) await send()
  }
  if (rows.length > 0) await send()
  for (const [outcome, count] of Object.entries(counts)) console.log(`${count} ${outcome}`)
}

async function exportAll(admin: Admin): Promise<void> {
  const csv = stringify({ header: true, columns: [...COLUMNS], escape_formulas: true })
  await pipeline(recordsOf(admin), csv, process.stdout)
}

async function* recordsOf(admin: Admin) {
  for (let after: string | null = ''; after !== null; ) {
    const path: string = `/api/admin/subscribers/export?after=${encodeURIComponent(after)}`
    const page: z.infer<typeof exportedSchema> = await admin.get(path, exportedSchema)
    for (const subscriber of page.subscribers) yield recordOf(subscriber)
    after = page.next
  }
}

/** The header of a list, if it has the columns without which there is no consent. */
function checkedHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = ['email', 'confirmed_at', 'form', 'text', 'source'].filter(
    (name) => !names.includes(name),
  )
  if (missing.length > 0) throw new Error(`The list has no column ${missing.join(', ')}.`)
  return names
}
