import { expect, test } from 'vitest'
import type { App, MailJob } from '../../src/app.ts'
import { sendConfirmation } from '../../src/digest/confirmation.ts'
import { runMailJob } from '../../src/digest/digest.ts'
import { keepHouse } from '../../src/digest/house.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { ANN, WISH } from './asking.ts'
import { Crash, mortal } from './crash.ts'
import { drain, mailWorld } from './world.ts'

test('a process that dies at any step on the way loses no confirmation mail and doubles none', async () => {
  const unharmed = await mailWorld()
  const living = mortal(unharmed.app, Number.POSITIVE_INFINITY, 'after')
  await askAndWork(living.app, unharmed.jobs)
  expect(living.steps()).toBe(6)
  for (const moment of ['before', 'after'] as const) {
    for (let dieAt = 1; dieAt <= living.steps(); dieAt += 1) {
      const world = await mailWorld()
      const dying = mortal(world.app, dieAt, moment)
      await askAndWork(dying.app, world.jobs)
      for (let hour = 0; hour < 3; hour += 1) {
        world.later(1)
        await keepHouse(world.app)
        await drain(world.app, world.jobs)
      }
      // Only where the very first step failed is nothing kept: then the form shows an error.
      const wanted = moment === 'before' && dieAt === 1 ? [] : [ANN]
      expect(
        world.box.delivered.map(({ to }) => to),
        `${moment} ${dieAt}`,
      ).toEqual(wanted)
    }
  }
})

test('two consumers with the same job at once send one mail', async () => {
  const { app, box, jobs } = await mailWorld()
  await subscribe(app, WISH)
  const [job] = jobs
  if (job?.kind !== 'confirm') throw new Error('no job')
  await Promise.all([sendConfirmation(app, job.request), sendConfirmation(app, job.request)])
  await sendConfirmation(app, job.request)
  expect(box.delivered).toHaveLength(1)
})

test('two wishes for one new address at once make one subscriber', async () => {
  const { app, box, jobs } = await mailWorld()
  await Promise.all([subscribe(app, WISH), subscribe(app, WISH)])
  await Promise.all(jobs.splice(0).map((job) => runMailJob(app, job)))
  expect(await app.db.prepare('SELECT count(*) AS n FROM subscribers').first('n')).toBe(1)
  expect(box.delivered).toHaveLength(2)
})

/** Asks and does the work, as far as the process lives. */
async function askAndWork(app: App, jobs: MailJob[]): Promise<void> {
  try {
    await subscribe(app, WISH)
    await drain(app, [...jobs])
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
}
