const LONGEST = 180_000 // milliseconds to wait for all work to be done
const PAUSE = 500 // milliseconds between two looks

type Db = { prepare: (sql: string) => { first: <T>() => Promise<T | null> } }

/** What is left to do, by kind: nothing once the queues are drained. */
export type Left = Record<'looks' | 'pages' | 'articles' | 'chunks' | 'requests', number>

/** Waits until nothing is left, or gives up; tells what is left and how long it took, in seconds. */
export async function drained(db: Db): Promise<{ left: Left; seconds: number }> {
  const start = Date.now()
  for (;;) {
    const left = await leftIn(db)
    const isDone = Object.values(left).every((count) => count === 0)
    const seconds = (Date.now() - start) / 1000
    if (isDone || seconds * 1000 > LONGEST) return { left, seconds }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

async function leftIn(db: Db): Promise<Left> {
  const left = await db
    .prepare(
      `SELECT (SELECT count(*) FROM looks WHERE finished_at IS NULL) AS looks,
              (SELECT count(*) FROM pages WHERE read_at IS NULL AND given_up_at IS NULL) AS pages,
              (SELECT count(*) FROM articles WHERE placed_at IS NULL AND relevant = 1) AS articles,
              (SELECT count(*) FROM delivery_chunks WHERE ended_at IS NULL) AS chunks,
              (SELECT count(*) FROM subscribe_requests) AS requests`,
    )
    .first<Left>()
  if (!left) throw new Error('the database does not answer')
  return left
}
