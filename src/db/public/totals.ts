/** How much has been read: articles on the topic, copies among them, and their stories. */
export type Totals = {
  articles: number
  duplicates: number
  stories: number
  lastReadAt: string | null
  /** When anything that is shown last changed (ISO 8601 UTC). */
  changedAt: string | null
}

/** What every page tells of the whole; one row, whatever is stored. */
export async function findTotals(db: D1Database): Promise<Totals> {
  return readTotals(await totalsNow(db).all())
}

/** The same, to be asked for together with other things. */
export function totalsNow(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `SELECT articles, duplicates, stories, last_read_at AS lastReadAt, changed_at AS changedAt
     FROM totals`,
  )
}

/** What that was answered. */
export function readTotals(result: D1Result | undefined): Totals {
  const totals = result?.results[0] as Totals | undefined
  return totals ?? { articles: 0, duplicates: 0, stories: 0, lastReadAt: null, changedAt: null }
}
