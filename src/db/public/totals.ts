/** How much has been read: articles on the topic, copies among them, and their stories. */
export type Totals = {
  articles: number
  duplicates: number
  stories: number
  lastReadAt: string | null
}

/** What every page tells of the whole; one row, whatever is stored. */
export async function readTotals(db: D1Database): Promise<Totals> {
  const totals = await db
    .prepare('SELECT articles, duplicates, stories, last_read_at AS lastReadAt FROM totals')
    .first<Totals>()
  return totals ?? { articles: 0, duplicates: 0, stories: 0, lastReadAt: null }
}
