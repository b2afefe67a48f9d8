/** Stands around each statement or batch that runs. */
export type Around = <T>(act: () => Promise<T>) => Promise<T>

/** The same database, with each of its statements and batches run through `around`. */
export function watched(db: D1Database, around: Around): D1Database {
  const raw = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        if (name === 'run') return () => around(() => target.run())
        if (name === 'all') return () => around(() => target.all())
        if (name === 'first') {
          return (column?: string) => around(() => (column ? target.first(column) : target.first()))
        }
        return Reflect.get(target, name)
      },
    })
    raw.set(wrapped, statement)
    return wrapped
  }
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          around(() => target.batch(statements.map((each) => raw.get(each) ?? each)))
      }
      return Reflect.get(target, name)
    },
  })
}
