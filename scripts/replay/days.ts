import { resumeSending, runMailJob } from '../../src/digest/digest.ts'
import { composeChange, composeDue } from '../../src/digest/due.ts'
import { keepHouse } from '../../src/digest/house.ts'
import { runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import type { World } from './world.ts'

const PATIENCE = 12 * 3_600_000 // milliseconds for which a day waits for what comes later

/** A day of the product: scans what is due, reads what is found, then mails what is due. */
export async function liveDay(world: World): Promise<void> {
  const { app, clock } = world
  const morning = clock.now
  await scanDue(app, app.now())
  await drain(world, morning + PATIENCE)
  const at = app.now()
  await composeChange(app, at)
  await composeDue(app, at)
  await resumeSending(app)
  await keepHouse(app)
  await drain(world, clock.now + PATIENCE)
  clock.now = Math.max(clock.now, morning)
}

/** Does the jobs in the order in which they come due, moving the clock to each. */
export async function drain(world: World, until: number): Promise<void> {
  const { clock, scrape, mail } = world
  for (;;) {
    const next = Math.min(scrape.next(), mail.next())
    if (next > until) return
    clock.now = Math.max(clock.now, next)
    if (scrape.next() <= mail.next()) await doScrape(world)
    else await doMail(world)
  }
}

async function doScrape({ app, scrape, failures }: World): Promise<void> {
  const job = scrape.take()
  if (!job) return
  await runScrapeJob(app, job).catch((error: unknown) => {
    failures.push(`${JSON.stringify(job)}: ${String(error)}`)
  })
}

async function doMail({ app, mail, failures }: World): Promise<void> {
  const job = mail.take()
  if (!job) return
  try {
    const later = await runMailJob(app, job)
    if (later) await mail.port.send(job, { delaySeconds: later.retryAfterSeconds })
  } catch (error) {
    failures.push(`${JSON.stringify(job)}: ${String(error)}`)
  }
}
