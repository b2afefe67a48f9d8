import { readers, subscribeAll } from './people.ts'
import { compose, ISSUE_HOUR, mailWorld } from './world.ts'

/** A world in which so many readers are subscribed and the issue has just been made. */
export async function issueFor(count: number, vars: Parameters<typeof mailWorld>[0] = {}) {
  const all = await mailWorld(vars)
  await subscribeAll(all.app, readers(count))
  all.clock.now = ISSUE_HOUR
  await compose(all.app)
  return all
}
