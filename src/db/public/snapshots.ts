import { RULES_VERSION } from '../../status/reading.ts'

/** Something put together from the news of one turn. */
type Snapshot<Body> = { turn: number; body: Body }

/** What puts it together, and until when it holds while nothing changes (ISO 8601 UTC). */
type Composed<Body> = { body: Body; holdsUntil: string }

/** Where time alone makes no difference. */
export const FOR_EVER = '9999'

export type SnapshotKind<Body> = {
  /** Its name, with the version of the code whose words are in it. */
  name: string
  /** Reads it anew: as many rows as it takes. */
  compose: (db: D1Database, at: string) => Promise<Composed<Body>>
}

type Kept<Body> = Snapshot<Body> & { holdsUntil: string }
type Row = { turn: number; holdsUntil: string | null; body: string | null }

/**
 * Reads what is put together once for each turn of the news: where this reader has had it, one row
 * that tells the turn, else two more with the body. Nothing is trusted for a time: the turn is asked
 * for by each request. Where nobody has put it together in this turn, the reader does.
 */
export function snapshotReader<Body>(db: D1Database, kind: SnapshotKind<Body>) {
  let known: Kept<Body> | null = null
  return async (at: string): Promise<Snapshot<Body>> => {
    known = await readSnapshot(db, kind, at, known)
    return known
  }
}

/** Puts each together now that is not, so that no reader has to. */
export async function keepSnapshots(
  db: D1Database,
  kinds: SnapshotKind<unknown>[],
  at: string,
): Promise<void> {
  const { turn, kept } = await keptNow(db, kinds.map(nameOf), at)
  for (const kind of kinds) {
    if (!kept.includes(nameOf(kind))) await composeNow(db, kind, at, turn)
  }
}

async function readSnapshot<Body>(
  db: D1Database,
  kind: SnapshotKind<Body>,
  at: string,
  known: Kept<Body> | null,
): Promise<Kept<Body>> {
  if (known && known.holdsUntil > at && known.turn === (await turnNow(db))) return known
  const { turn, holdsUntil, body } = await snapshotNow(db, nameOf(kind), at)
  if (holdsUntil && body) return { turn, holdsUntil, body: JSON.parse(body) as Body }
  return await composeNow(db, kind, at, turn)
}

/** What counts up with every change of what is shown. */
async function turnNow(db: D1Database): Promise<number | null> {
  return await db.prepare('SELECT turn FROM totals').first<number>('turn')
}

async function composeNow<Body>(
  db: D1Database,
  kind: SnapshotKind<Body>,
  at: string,
  turn: number,
): Promise<Kept<Body>> {
  const composed = await kind.compose(db, at)
  await writeSnapshot(db, nameOf(kind), turn, composed)
  return { turn, ...composed }
}

/** What other rules had read is never shown as theirs. */
function nameOf({ name }: SnapshotKind<unknown>): string {
  return `${name}, rules ${RULES_VERSION}`
}

/** Names of those that are put together in the turn that is now. */
async function keptNow(
  db: D1Database,
  names: string[],
  at: string,
): Promise<{ turn: number; kept: string[] }> {
  const row = await db
    .prepare(
      `SELECT turn,
              (SELECT json_group_array(name)
               FROM snapshots
               WHERE name IN (SELECT value FROM json_each(?1))
                 AND snapshots.turn = totals.turn AND holds_until > ?2) AS kept
       FROM totals`,
    )
    .bind(JSON.stringify(names), at)
    .first<{ turn: number; kept: string }>()
  return row ? { turn: row.turn, kept: JSON.parse(row.kept) as string[] } : { turn: 0, kept: [] }
}

async function snapshotNow(db: D1Database, name: string, at: string): Promise<Row> {
  const row = await db
    .prepare(
      `SELECT totals.turn, holds_until AS holdsUntil, body
       FROM totals LEFT JOIN snapshots
         ON name = ?1 AND snapshots.turn = totals.turn AND holds_until > ?2`,
    )
    .bind(name, at)
    .first<Row>()
  return row ?? { turn: 0, holdsUntil: null, body: null }
}

/** Of a turn that has passed meanwhile it is never read, and the next one overwrites it. */
async function writeSnapshot<Body>(
  db: D1Database,
  name: string,
  turn: number,
  { body, holdsUntil }: Composed<Body>,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO snapshots (name, turn, holds_until, body)
       VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (name) DO UPDATE
       SET turn = excluded.turn, holds_until = excluded.holds_until, body = excluded.body
       WHERE turn <= excluded.turn`,
    )
    .bind(name, turn, holdsUntil, JSON.stringify(body))
    .run()
}
