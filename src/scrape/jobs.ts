import { type App, type ScrapeJob, sendAll } from '../app.ts'
import { allowanceOf } from '../plan.ts'
import { spacing } from './politeness.ts'

const MOST_DELAYED = 30 // each is a call of its own, and an invocation may make fifty

/** What is to be written with a scan that begins, in the same transaction. */
export type WithScan = (scanId: string) => D1PreparedStatement[]

/** A job that could not be done just now is to come again. */
export type Later = { retryAfterSeconds: number }

/** Later, at a moment; at least a second from now. */
export function laterAt(app: App, until: string): Later {
  const seconds = Math.ceil((Date.parse(until) - app.now().getTime()) / 1000)
  return { retryAfterSeconds: Math.max(seconds, 1) }
}

/**
 * Sends a job for each page, those of one host one after another with pauses between them. Of many
 * the last are left to the next cron, which finds them where they are kept.
 */
export async function sendPages(app: App, urls: string[]): Promise<void> {
  const sent = new Map<string, number>()
  const now = urls.slice(0, allowanceOf(app.config).pages)
  const spaced = now.map((address) => {
    const url = new URL(address)
    const before = sent.get(url.host) ?? 0
    sent.set(url.host, before + 1)
    const job: ScrapeJob = { kind: 'page', url: address }
    return { job, delaySeconds: before * spacing(app, url) }
  })
  const { scrape } = app.queues
  await sendAll(
    scrape,
    spaced.filter(({ delaySeconds }) => delaySeconds === 0).map(({ job }) => job),
  )
  const delayed = spaced.filter(({ delaySeconds }) => delaySeconds > 0)
  for (const { job, delaySeconds } of delayed.slice(0, MOST_DELAYED)) {
    await scrape.send(job, { delaySeconds })
  }
}
