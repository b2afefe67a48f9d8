import { numberOf, rowsOf } from './database.ts'
import { openWork } from './drain.ts'
import { auditFindings } from './invariants.audit.ts'
import { mailFindings } from './invariants.mail.ts'
import { newsFindings } from './invariants.news.ts'
import type { Outcome } from './outcome.ts'
import type { World } from './world.ts'

/** One promise: how many cases were looked at, and those that break it, in words. */
export type Finding = { promise: string; cases: number; breaches: string[] }

/** Every promise that crashes may not break, each looked at where it could be broken. */
export function findingsIn(world: World, undisturbed: Outcome): Finding[] {
  const { book } = world
  return [
    ...newsFindings(world, undisturbed),
    ...mailFindings(world),
    ...auditFindings(world),
    ...databaseFindings(world),
    { promise: 'all that was begun is ended', cases: 1, breaches: openWork(world) },
    { promise: 'no answer is a mistake of ours', cases: book.reads, breaches: book.troubles },
  ]
}

function databaseFindings(world: World): Finding[] {
  const integrity = rowsOf(world, 'PRAGMA integrity_check').map((row) =>
    String(row.integrity_check),
  )
  const keys = rowsOf(world, 'PRAGMA foreign_key_check').map((row) => JSON.stringify(row))
  const tables = numberOf(world, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
  return [
    {
      promise: 'the database is whole',
      cases: tables,
      breaches: integrity.filter((line) => line !== 'ok'),
    },
    { promise: 'every reference leads somewhere', cases: tables, breaches: keys },
  ]
}
