import type { Chance } from '../../scripts/chance.ts'
import type { App } from '../../src/app.ts'
import { Crash } from '../digest/crash.ts'
import { watched } from '../digest/watched.ts'

/** What happens to a process at one of its steps. */
export type Fate = { kind: 'none' | 'crash-before' | 'crash-after' | 'hold'; step: number }

/** A fate by chance: most processes live, each step is as likely as the others. */
export function fateOf(chance: Chance): Fate {
  const kind = chance.one<Fate['kind']>(['none', 'crash-before', 'crash-after', 'hold', 'hold'])
  return { kind, step: 1 + chance.below(40) }
}

/**
 * The app of a process with a fate, met at its nth step: a statement or batch of the database, a
 * call of the mail provider, a message to the queue. Held, it waits there while `others` run.
 */
export function fatedApp(app: App, fate: Fate, others: () => Promise<void>): App {
  let steps = 0
  const step = async <T>(act: () => Promise<T>): Promise<T> => {
    steps += 1
    const isHere = steps === fate.step
    const isDead = steps > fate.step && fate.kind.startsWith('crash')
    if (isDead || (isHere && fate.kind === 'crash-before')) throw new Crash()
    if (isHere && fate.kind === 'hold') await others()
    const result = await act()
    if (isHere && fate.kind === 'crash-after') throw new Crash()
    return result
  }
  const { mail } = app.queues
  return {
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
  }
}
