import { readers, subscribeAll } from './people.ts'
import { compose, ISSUE_HOUR, mailWorld } from './world.ts'

/** A world in which these, or so many readers, are subscribed and the issue has just been made. */
export async function issueFor(who: number | string[], vars: Parameters<typeof mailWorld>[0] = {}) {
  const all = await mailWorld(vars)
  await subscribeAll(all.app, typeof who === 'number' ? readers(who) : who)
  all.clock.now = ISSUE_HOUR
  await compose(all.app)
  return all
}
