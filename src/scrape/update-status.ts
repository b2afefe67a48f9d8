import type { App } from '../app.ts'
import { saveStep } from '../db/status-work.save.ts'
import { nextStretch } from '../db/status-work.ts'
import { foldStretch } from '../status/fold.ts'

const AT_ONCE = 24 // articles that may be read beside a new one: two checkpoints and a few
const A_JOB = 300 // articles that a job of its own may read
const MANY = 30 // statements that an invocation has run, so that it leaves this to a job

/**
 * Derives the status anew from where it may have changed. What takes longer than a glance is left to
 * jobs, one step each; where one is lost, the cron finds what remains.
 */
export async function updateStatus(app: App): Promise<void> {
  if ((app.spent?.() ?? 0) > MANY) await app.queues.scrape.send({ kind: 'status' })
  else await stepStatus(app, AT_ONCE)
}

/** Derives the next stretch of the status's history, and leaves what remains to another job. */
export async function stepStatus(app: App, limit = A_JOB): Promise<void> {
  const stretch = await nextStretch(app.db, limit)
  if (!stretch) return
  const step = foldStretch(stretch)
  const isSaved = await saveStep(app.db, stretch, step, app.now().toISOString())
  const { from } = stretch.work
  app.log('status.step', { from, until: step.until, changes: step.changes.length, isSaved })
  const isDone = isSaved && step.work === null && step.asBefore === null
  if (!isDone) await app.queues.scrape.send({ kind: 'status' })
}
