import type { App } from '../../src/app.ts'
import { watched } from './watched.ts'

/** The process dies here. */
export class Crash extends Error {}

/** Whether the step at which the process dies still took effect. */
export type Moment = 'before' | 'after'

/**
 * The app of a process that dies at its nth step: a statement or batch of the database, a call to
 * the mail provider, a message to the queue. After that nothing works any more. `steps()` counts.
 */
export function mortal(app: App, dieAt: number, moment: Moment): { app: App; steps: () => number } {
  let steps = 0
  const step = async <T>(act: () => Promise<T>): Promise<T> => {
    steps += 1
    if (steps > dieAt || (steps === dieAt && moment === 'before')) throw new Crash()
    const result = await act()
    if (steps === dieAt) throw new Crash()
    return result
  }
  const { mail } = app.queues
  return {
    steps: () => steps,
    app: {
      ...app,
      db: watched(app.db, step),
      mailer: { send: (mails, key) => step(() => app.mailer.send(mails, key)) },
      queues: {
        ...app.queues,
        mail: {
          send: (job, options) => step(() => mail.send(job, options)),
          sendBatch: (jobs) => step(() => mail.sendBatch(jobs)),
        },
      },
    },
  }
}
