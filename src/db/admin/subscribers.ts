import type { Choice } from '../../choice.ts'

/** How a subscriber is; only who is `active` gets mail. */
export type SubscriberState = 'active' | 'paused' | 'unconfirmed' | 'gone' | 'suppressed'

/** How many there are of each state and choice. */
export type StateCount = { state: SubscriberState; choice: Choice; count: number }

/** How many there were on a day: those who got mail by choice, and the others by state. */
export type CountedDay = { day: string } & Record<Choice, number> &
  Record<Exclude<SubscriberState, 'active'>, number>

const IS_SUPPRESSED = `EXISTS (SELECT 1
               FROM suppressions
               WHERE suppressions.address_hash = subscribers.address_hash AND reason <> 'erased')`

/** The state of a row of subscribers; ?1 is the moment. */
export const STATE = `CASE
         WHEN ${IS_SUPPRESSED} THEN 'suppressed'
         WHEN confirmed_at IS NULL THEN 'unconfirmed'
         WHEN unsubscribed_at IS NOT NULL THEN 'gone'
         WHEN paused_until > ?1 THEN 'paused'
         ELSE 'active' END`

/** How many subscribers there are at a moment. Looks at each of them. */
export async function countStates(db: D1Database, at: string): Promise<StateCount[]> {
  const { results } = await db
    .prepare(
      `SELECT ${STATE} AS state, choice, count(*) AS count
       FROM subscribers
       GROUP BY 1, 2
       ORDER BY 1, 2`,
    )
    .bind(at)
    .all<StateCount>()
  return results
}

/** Keeps how many there are, once a day: the first count of a day stays. */
export async function countDay(db: D1Database, at: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO subscriber_days
         (day, weekly, news, changes, paused, unconfirmed, gone, suppressed)
       SELECT ?2, count(*) FILTER (WHERE state = 'active' AND choice = 'weekly'),
              count(*) FILTER (WHERE state = 'active' AND choice = 'news'),
              count(*) FILTER (WHERE state = 'active' AND choice = 'changes'),
              count(*) FILTER (WHERE state = 'paused'),
              count(*) FILTER (WHERE state = 'unconfirmed'),
              count(*) FILTER (WHERE state = 'gone'),
              count(*) FILTER (WHERE state = 'suppressed')
       FROM (SELECT ${STATE} AS state, choice
             FROM subscribers
             WHERE NOT EXISTS (SELECT 1 FROM subscriber_days WHERE day = ?2))
       WHERE true
       ON CONFLICT (day) DO NOTHING`,
    )
    .bind(at, at.slice(0, 10))
    .run()
}

/** The days that were counted, from one on, oldest first. */
export async function countedDays(db: D1Database, from: string): Promise<CountedDay[]> {
  const { results } = await db
    .prepare(
      `SELECT day, weekly, news, changes, paused, unconfirmed, gone, suppressed
       FROM subscriber_days
       WHERE day >= ?1
       ORDER BY day`,
    )
    .bind(from)
    .all<CountedDay>()
  return results
}
