import { setTimeout as wait } from 'node:timers/promises'
import { numberOf, rowsOf } from './database.ts'
import { tellOfMails } from './load.people.ts'
import { fireCrons } from './load.ts'
import { HOUR, nowIn, type World } from './world.ts'

const MOST_HOURS = 120
const STEP = 250 // milliseconds between two looks at whether something goes on
const LONGEST = 120_000 // milliseconds to wait for what goes on

/** What is left to do, each with the question that counts it; `?` is when the outside became well. */
const OPEN: Record<string, string> = {
  'sources not seen since all was well':
    "SELECT count(*) FROM sources WHERE coalesce(last_ok_at, '') < ?",
  'open looks': 'SELECT count(*) FROM looks WHERE finished_at IS NULL',
  'unread pages':
    'SELECT count(*) FROM pages WHERE read_at IS NULL AND given_up_at IS NULL OR claimed_at IS NOT NULL',
  'articles without a place':
    'SELECT count(*) FROM articles WHERE relevant = 1 AND placed_at IS NULL',
  'status to derive': 'SELECT count(*) FROM status_work WHERE from_at IS NOT NULL',
  'issues to send': 'SELECT count(*) FROM issues WHERE finished_at IS NULL',
  'calls to make': 'SELECT count(*) FROM delivery_chunks WHERE ended_at IS NULL',
  'wishes to subscribe': 'SELECT count(*) FROM subscribe_requests',
}

/** Lets all end well: the outside at its best, an hour and its crons after the other. */
export async function drain(world: World): Promise<void> {
  world.newsroom.disturb(null)
  world.mailbox.fault(null)
  world.calmSince = nowIn(world)
  for (let hour = 0; hour < MOST_HOURS; hour += hour < 12 ? 1 : 6) {
    await fireCrons(world)
    await untilStill(world)
    while (world.mailbox.mails().length > world.book.told.size) await tellOfMails(world)
    if (hour > 0 && openWork(world).length === 0) return
    world.clock.ahead += hour < 12 ? HOUR : 6 * HOUR
  }
}

/** What is left to do, in words; nothing where all is done. */
export function openWork(world: World): string[] {
  const since = new Date(world.calmSince).toISOString()
  return Object.entries(OPEN).flatMap(([what, sql]) => {
    const count = numberOf(world, sql.replace('?', `'${since}'`))
    return count > 0 ? [`${count} ${what}`] : []
  })
}

/** Waits until nothing has been written, asked for or mailed for a moment. */
export async function untilStill(world: World): Promise<void> {
  const until = Date.now() + LONGEST
  for (let before = '', same = 0; same < 2 && Date.now() < until; ) {
    await wait(STEP)
    const now = marksOf(world)
    same = now === before ? same + 1 : 0
    before = now
  }
}

function marksOf(world: World): string {
  const { newsroom, mailbox } = world
  const done = rowsOf(
    world,
    `SELECT (SELECT count(*) FROM pages WHERE read_at IS NOT NULL) AS read,
       (SELECT count(*) FROM pages WHERE claimed_at IS NOT NULL) AS claimed,
       (SELECT count(*) FROM looks WHERE finished_at IS NOT NULL) AS looked,
       (SELECT count(*) FROM articles WHERE placed_at IS NOT NULL) AS placed,
       (SELECT count(*) FROM delivery_chunks WHERE ended_at IS NOT NULL) AS sent,
       (SELECT count(*) FROM deliveries) AS planned`,
  )
  return JSON.stringify([newsroom.requests.length, mailbox.mails().length, done])
}
