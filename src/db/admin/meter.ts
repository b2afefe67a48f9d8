import type { JobQueue } from '../../app.ts'
import type { Mailer } from '../../mail.ts'
import { countUse, type Used } from './quotas.ts'

/** Counts in memory what passes through it, until it is written down. */
export type Meter = {
  queue<Job>(queue: JobQueue<Job>): JobQueue<Job>
  mailer(mailer: Mailer): Mailer
  database(db: D1Database): D1Database
  /** Statements that were run so far, by whomever. */
  statements(): number
  /** Writes down what was counted since the last time, if it is worth a row. */
  flush(db: D1Database, at: string, rowsWorth?: number): Promise<void>
}

/** A meter at nought. What a Worker that is cut off has counted is lost: it counts at least so much. */
export function newMeter(): Meter {
  const used = nothing()
  const run = { statements: 0 }
  return {
    statements: () => run.statements,
    queue: (queue) => ({
      send: async (job, options) => {
        used.messages += 1
        return await queue.send(job, options)
      },
      sendBatch: async (jobs) => {
        used.messages += jobs.length
        return await queue.sendBatch(jobs)
      },
    }),
    mailer: (mailer) => ({
      send: async (mails, key) => {
        const result = await mailer.send(mails, key)
        if (result.kind === 'sent') used.mails += mails.length - result.refusals.length
        return result
      },
    }),
    database: (db) => meteredDatabase(db, used, run),
    flush: async (db, at, rowsWorth = 0) => {
      const { mails, messages, 'rows read': read, 'rows written': written } = used
      if (mails + messages + written === 0 && read <= rowsWorth) return
      const counted = { ...used }
      Object.assign(used, nothing())
      await countUse(db, at.slice(0, 10), counted).run()
    },
  }
}

function nothing(): Required<Used> {
  return { mails: 0, messages: 0, 'rows read': 0, 'rows written': 0 }
}

/** The database, each of whose answers tells how many rows it took. */
function meteredDatabase(
  db: D1Database,
  used: Required<Used>,
  run: { statements: number },
): D1Database {
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => metered(target.prepare(sql))
      if (name === 'batch') return batch
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

  async function batch(statements: D1PreparedStatement[]): Promise<D1Result[]> {
    run.statements += statements.length
    const results = await db.batch(statements.map((each) => originals.get(each) ?? each))
    for (const result of results) note(result)
    return results
  }

  function metered(statement: D1PreparedStatement): D1PreparedStatement {
    const shown = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => metered(target.bind(...values))
        if (name === 'all' || name === 'run') return async () => note(await one(target))
        if (name === 'first') return (column?: string) => first(target, column)
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    originals.set(shown, statement)
    return shown
  }

  /** As the platform's own does it, which keeps to itself what it took. */
  async function first(statement: D1PreparedStatement, column?: string): Promise<unknown> {
    const [row] = note(await one(statement)).results
    if (!row) return null
    return column === undefined ? row : row[column]
  }

  async function one(statement: D1PreparedStatement) {
    run.statements += 1
    return await statement.all<Record<string, unknown>>()
  }

  function note<T>(result: D1Result<T>): D1Result<T> {
    used['rows read'] += result.meta.rows_read
    used['rows written'] += result.meta.rows_written
    return result
  }
}
