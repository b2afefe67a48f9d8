import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type KeyRecord, keyRecord } from './idempotency.ts'
import { type StoredMail, storedMail } from './mail.ts'

const FILE = z.object({
  version: z.literal(1),
  mails: z.array(storedMail),
  keys: z.record(z.string(), keyRecord),
})

export type Kept = { mails: StoredMail[]; keys: Map<string, KeyRecord> }

/**
 * What the file keeps, nothing if there is none. A file that cannot be understood is renamed, so
 * that nothing in it is lost, and `report` is told.
 */
export function loadStore(file: string, report: (line: string) => void): Kept {
  if (!existsSync(file)) return { mails: [], keys: new Map() }
  try {
    const { mails, keys } = FILE.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { mails, keys: new Map(Object.entries(keys)) }
  } catch (error) {
    const aside = `${file}.broken-${new Date().toISOString().replaceAll(':', '-')}`
    renameSync(file, aside)
    report(`${file} could not be read (${firstLine(error)}); it was set aside as ${aside}`)
    return { mails: [], keys: new Map() }
  }
}

/** Writes all anew beside the file, then renames: a crash leaves the old or the new, no half. */
export function saveStore(file: string, { mails, keys }: Kept): void {
  mkdirSync(dirname(file), { recursive: true })
  const body = { version: 1, mails, keys: Object.fromEntries(keys) }
  const fresh = `${file}.${process.pid}.tmp`
  writeFileSync(fresh, JSON.stringify(body), { mode: 0o600, flush: true })
  renameSync(fresh, file)
}

function firstLine(error: unknown): string {
  const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
  return message.split('\n', 1)[0] ?? ''
}
