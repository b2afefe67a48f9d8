/** What the database was asked and what it cost, as D1 itself counts. */
export type Meter = { db: D1Database; count: Counts }

export type Counts = { statements: number; trips: number; read: number; written: number }

/** The same database, with each statement counted. */
export function metered(db: D1Database): Meter {
  const count: Counts = { statements: 0, trips: 0, read: 0, written: 0 }
  const raw = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const add = (results: D1Result[]) => {
    count.trips += 1
    for (const { meta } of results) {
      count.statements += 1
      count.read += meta.rows_read
      count.written += meta.rows_written
    }
  }
  const all = async (statement: D1PreparedStatement) => {
    const result = await statement.all<Record<string, unknown>>()
    add([result])
    return result
  }
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        if (name === 'all' || name === 'run') return () => all(target)
        if (name === 'first') return async (column?: string) => first(await all(target), column)
        return Reflect.get(target, name)
      },
    })
    raw.set(wrapped, statement)
    return wrapped
  }
  const proxy = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements.map((each) => raw.get(each) ?? each))
          add(results)
          return results
        }
      }
      return Reflect.get(target, name)
    },
  })
  return { db: proxy, count }
}

/** The first row, or a column of it, as D1's own `first` gives it. */
function first({ results }: D1Result<Record<string, unknown>>, column?: string): unknown {
  const [row] = results
  if (!row) return null
  return column ? row[column] : row
}
