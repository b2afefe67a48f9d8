import { DatabaseSync } from 'node:sqlite'
import { databaseOf } from './runtime.ts'
import type { World } from './world.ts'

type Row = Record<string, string | number | null>

/** Rows of the Worker's database, read beside the Worker that writes it. */
export function rowsOf({ build }: World, sql: string): Row[] {
  const database = new DatabaseSync(databaseOf(build.folder), { readOnly: true })
  try {
    return database.prepare(sql).all() as Row[] // columns of ours, none a blob
  } finally {
    database.close()
  }
}

/** The one number that a question of the database has. */
export function numberOf(world: World, sql: string): number {
  return Number(Object.values(rowsOf(world, sql)[0] ?? {})[0])
}
