/** What one invocation of a handler uses of the platform; sizes in bytes, the largest of each. */
export type Use = {
  /** Requests to the world outside: publishers, the mail provider. */
  external: number
  /** Statements that D1 was asked to run; those of a batch count each, also of one that failed. */
  statements: number
  /** Calls of queues, whatever they carry. */
  sendings: number
  parameters: number
  sql: number
  value: number
  message: number
  sending: number
  /** Rows that one statement read or wrote, as D1 counts. */
  rows: number
}

const NOTHING: Use = {
  external: 0,
  statements: 0,
  sendings: 0,
  parameters: 0,
  sql: 0,
  value: 0,
  message: 0,
  sending: 0,
  rows: 0,
}

/** Counts from nought, and anew whenever it is asked to begin. */
export function newCount() {
  const use = { ...NOTHING }
  const most: Most = (name, value) => {
    use[name] = Math.max(use[name], value)
  }
  return {
    use,
    begin: () => void Object.assign(use, NOTHING),
    /** The world outside; what it answers is for the test to say. */
    fetch:
      (answer: (request: Request) => Promise<Response>): typeof fetch =>
      async (input, init) => {
        use.external += 1
        return await answer(new Request(input, init))
      },
    queue: <Job>(queue: Queue<Job>) => countedQueue(use, most, queue),
    /** `before` is asked before each batch, with the first of its statements. */
    database: (db: D1Database, before: (sql: string) => Promise<void>) =>
      countedDatabase(use, most, db, before),
  }
}

type Most = (name: keyof Use, value: number) => void

function countedQueue<Job>(use: Use, most: Most, queue: Queue<Job>): Queue<Job> {
  const note = (bodies: Job[]) => {
    const sizes = bodies.map(sizeOf)
    const sum = sizes.reduce((total, size) => total + size, 0)
    use.sendings += 1
    most('message', Math.max(0, ...sizes))
    most('sending', sum)
  }
  return {
    metrics: () => queue.metrics(),
    send: async (body, options) => {
      note([body])
      return await queue.send(body, options)
    },
    sendBatch: async (messages, options) => {
      const all = [...messages]
      note(all.map(({ body }) => body))
      return await queue.sendBatch(all, options)
    },
  }
}

function countedDatabase(
  use: Use,
  most: Most,
  db: D1Database,
  before: (sql: string) => Promise<void>,
): D1Database {
  const originals = new WeakMap<
    D1PreparedStatement,
    { statement: D1PreparedStatement; sql: string }
  >()
  const note = <Row>(results: D1Result<Row>[]) => {
    for (const { meta } of results) most('rows', meta.rows_read + meta.rows_written)
    return results
  }
  const counted = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(_target, name) {
        if (name === 'bind') {
          return (...values: unknown[]) => {
            most('parameters', values.length)
            for (const value of values) most('value', sizeOf(value))
            return counted(statement.bind(...values), sql)
          }
        }
        if (name !== 'all' && name !== 'run') throw new Error(`${String(name)} is not counted`)
        return async () => {
          use.statements += 1
          return note([await statement.all()])[0]
        }
      },
    })
    originals.set(proxy, { statement, sql })
    return proxy
  }
  return new Proxy(db, {
    get(_target, name) {
      if (name === 'prepare') {
        return (sql: string) => {
          most('sql', sizeOf(sql))
          return counted(db.prepare(sql), sql)
        }
      }
      if (name !== 'batch') throw new Error(`${String(name)} is not counted`)
      return async (statements: D1PreparedStatement[]) => {
        const all = statements.flatMap((each) => originals.get(each) ?? [])
        use.statements += all.length
        await before(all[0]?.sql ?? '')
        return note(await db.batch(all.map(({ statement }) => statement)))
      }
    },
  })
}

function sizeOf(value: unknown): number {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return new TextEncoder().encode(text).length
}
