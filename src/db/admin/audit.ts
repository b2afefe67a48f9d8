/** What an admin did: who (the name of a token), what, to what, and how it was before and after. */
export type Act = {
  at: string
  who: string
  /** A verb and its object, as "pause source". */
  act: string
  /** What it was done to, as it is found: an id or an address; empty for all there is. */
  subject: string
  /** Plain data without secrets or addresses of people; null where there is nothing to tell. */
  before?: object | null
  after?: object | null
}

/** An act as it is kept, with its number. */
export type KeptAct = Required<Act> & { id: number }

/**
 * Writes an act down: in the batch in which it happens, so that neither is without the other. What no
 * batch can hold, since it reaches beyond the database, is written down before, and what came of it
 * as an act of its own: so nothing is done in silence, wherever it breaks off.
 */
export function audit(db: D1Database, act: Act): D1PreparedStatement {
  return written(db, act, 'true')
}

/** The same, if the statement before it in its batch has changed a row: else nothing was done. */
export function auditIfDone(db: D1Database, act: Act): D1PreparedStatement {
  return written(db, act, 'changes() > 0')
}

/** The same, if what it was done to is there by then, as a row of this table. */
export function auditIfThere(
  db: D1Database,
  table: 'scans' | 'subscribers',
  act: Act,
): D1PreparedStatement {
  return written(db, act, `EXISTS (SELECT 1 FROM ${table} WHERE id = ?4)`)
}

function written(db: D1Database, act: Act, condition: string): D1PreparedStatement {
  const { at, who, subject, before = null, after = null } = act
  return db
    .prepare(
      `INSERT INTO audit (at, who, act, subject, before, after)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE ${condition}`,
    )
    .bind(
      at,
      who,
      act.act,
      subject,
      before && JSON.stringify(before),
      after && JSON.stringify(after),
    )
}

/** What admins did, latest first, from before the act of this number on. */
export async function listActs(
  db: D1Database,
  { before, limit }: { before: number | null; limit: number },
): Promise<KeptAct[]> {
  const { results } = await db
    .prepare(
      `SELECT id, at, who, act, subject, before, after
       FROM audit
       WHERE ?1 IS NULL OR id < ?1
       ORDER BY id DESC
       LIMIT ?2`,
    )
    .bind(before, limit)
    .all<Omit<KeptAct, 'before' | 'after'> & { before: string | null; after: string | null }>()
  return results.map((row) => ({ ...row, before: dataOf(row.before), after: dataOf(row.after) }))
}

function dataOf(json: string | null): object | null {
  return json === null ? null : JSON.parse(json)
}
