import { env } from 'cloudflare:workers'

/** Bytes of the largest row of any table, with the table's name. */
export async function largestRow(): Promise<{ name: string; bytes: number }> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_schema
     WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
  ).all<{ name: string }>()
  const sizes = await Promise.all(tables.map(({ name }) => sizeIn(name)))
  return sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most))
}

async function sizeIn(name: string): Promise<{ name: string; bytes: number }> {
  const { results } = await env.DB.prepare(`PRAGMA table_info('${name}')`).all<{ name: string }>()
  const sum = results.map((column) => `coalesce(octet_length("${column.name}"), 0)`).join(' + ')
  const bytes = await env.DB.prepare(`SELECT max(${sum}) AS bytes FROM "${name}"`).first('bytes')
  return { name, bytes: Number(bytes ?? 0) }
}
