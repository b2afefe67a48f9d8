/** Every row of every table that the database has, as one text, for searching. */
export async function dump(db: D1Database): Promise<string> {
  const { results } = await db
    .prepare(
      `SELECT name
       FROM sqlite_master
       WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND substr(name, 1, 4) <> '_cf_'`,
    )
    .all<{ name: string }>()
  const tables = await db.batch(results.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)))
  return JSON.stringify(tables.map((table, nth) => [results[nth]?.name, table.results]))
}
