import { z } from 'zod'
import { type App, type MailJob, type ScrapeJob, sendAll } from '../../app.ts'
import { auditIfDone } from '../../db/admin/audit.ts'
import { type Letter, reopenLetters, settleLetters } from '../../db/admin/letters.ts'

const mailJob: z.ZodType<MailJob> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), issue: z.string() }),
  z.object({ kind: z.literal('send'), issue: z.string(), chunk: z.number() }),
  z.object({ kind: z.literal('confirm'), request: z.string() }),
])

const scrapeJob: z.ZodType<ScrapeJob> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scan'), sourceId: z.string(), scanId: z.string() }),
  z.object({ kind: z.literal('page'), url: z.string() }),
  z.object({ kind: z.literal('place'), articleId: z.string() }),
  z.object({ kind: z.literal('backfill'), sourceId: z.string() }),
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('reread') }),
])

/** What came of a replay: letters whose job was sent, and those that are no job of ours any more. */
export type Replayed = { sent: string[]; strange: string[] }

/**
 * Sends the jobs of dead letters again, each once however often it is asked for: whoever settles a
 * letter sends its job. Each job is safe to do twice, and finds its work by its rows. Throws where a
 * queue takes none; the letters are open then as before.
 */
export async function replay(app: App, letters: Letter[], who: string): Promise<Replayed> {
  const jobs = letters.map(readJob)
  const ids = letters.filter((_, nth) => jobs[nth]).map(({ id }) => id)
  const strange = letters.filter((_, nth) => !jobs[nth]).map(({ id }) => id)
  const sent = ids.length ? await settle(app, letters, { ids, who }) : []
  const toSend = jobs.filter((_, nth) => sent.includes(letters[nth]?.id ?? ''))
  try {
    await sendAll(
      app.queues.mail,
      toSend.flatMap((job) => job?.mail ?? []),
    )
    await sendAll(
      app.queues.scrape,
      toSend.flatMap((job) => job?.scrape ?? []),
    )
  } catch (error) {
    await reopenLetters(app.db, sent)
    throw error
  }
  app.log('letters.replayed', { letters: sent.length })
  return { sent, strange }
}

async function settle(
  app: App,
  letters: Letter[],
  { ids, who }: { ids: string[]; who: string },
): Promise<string[]> {
  const at = app.now().toISOString()
  const [settled] = await app.db.batch<{ id: string }>([
    settleLetters(app.db, { ids, at, who, how: 'replayed' }),
    auditIfDone(app.db, {
      ...{ at, who, act: 'replay dead letters', subject: ids.length === 1 ? (ids[0] ?? '') : '' },
      before: toldOf(letters.filter(({ id }) => ids.includes(id))),
      after: { settled: 'replayed' },
    }),
  ])
  return settled?.results.map(({ id }) => id) ?? []
}

/** Letters as the audit log has them: one with all that is known of it, of many the ids. */
export function toldOf(letters: Letter[]): object {
  const [first] = letters
  if (letters.length !== 1 || !first) {
    return { letters: letters.length, ids: letters.map(({ id }) => id) }
  }
  const { queue, job, attempts, diedAt, reason } = first
  return { queue, job, attempts, diedAt, reason }
}

function readJob({ job }: Letter): { mail?: MailJob; scrape?: ScrapeJob } | null {
  const mail = mailJob.safeParse(job)
  if (mail.success) return { mail: mail.data }
  const scrape = scrapeJob.safeParse(job)
  return scrape.success ? { scrape: scrape.data } : null
}
