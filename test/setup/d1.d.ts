import type * as workers from '@cloudflare/workers-types'

/** The platform's database, by the names that src/ knows it by, where the rest is Node. */
declare global {
  type D1Database = workers.D1Database
  type D1PreparedStatement = workers.D1PreparedStatement
  type D1Result<T = unknown> = workers.D1Result<T>
}
