/** A database that adds up the rows that D1 says it read, and how often it was gone to. */
export function countingReads(db: D1Database) {
  const reads = { rows: 0, trips: 0 }
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const note = <Row>(results: D1Result<Row>[]): D1Result<Row>[] => {
    reads.trips += 1
    for (const { meta } of results) reads.rows += meta.rows_read
    return results
  }
  const counting = (statement: D1PreparedStatement): D1PreparedStatement => {
    const counted = new Proxy(statement, {
      get(target, name) {
        switch (name) {
          case 'bind':
            return (...values: unknown[]) => counting(target.bind(...values))
          case 'all':
          case 'run':
            return async () => note([await target.all()])[0]
          case 'first':
            return async (column?: string) => {
              const row = note([await target.all<Record<string, unknown>>()])[0]?.results[0]
              return row && column ? row[column] : (row ?? null)
            }
          default:
            throw new Error(`${String(name)} is not counted`)
        }
      },
    })
    inner.set(counted, statement)
    return counted
  }
  const counted = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => counting(target.prepare(sql))
      if (name !== 'batch') throw new Error(`${String(name)} is not counted`)
      return async (statements: D1PreparedStatement[]) =>
        note(await target.batch(statements.map((one) => inner.get(one) ?? one)))
    },
  })
  return { db: counted, reads }
}
