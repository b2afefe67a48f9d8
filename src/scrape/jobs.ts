import { type App, type ScrapeJob, sendAll } from '../app.ts'
import { spacing } from './politeness.ts'

/** A job that could not be done just now is to come again. */
export type Later = { retryAfterSeconds: number }

/** Later, at a moment; at least a second from now. */
export function laterAt(app: App, until: string): Later {
  const seconds = Math.ceil((Date.parse(until) - app.now().getTime()) / 1000)
  return { retryAfterSeconds: Math.max(seconds, 1) }
}

/** Sends a job for each page, those of one host one after another with pauses between them. */
export async function sendPages(app: App, urls: string[]): Promise<void> {
  const sent = new Map<string, number>()
  const atOnce: ScrapeJob[] = []
  for (const address of urls) {
    const url = new URL(address)
    const before = sent.get(url.host) ?? 0
    sent.set(url.host, before + 1)
    const delaySeconds = before * spacing(app, url)
    if (delaySeconds === 0) atOnce.push({ kind: 'page', url: address })
    else await app.queues.scrape.send({ kind: 'page', url: address }, { delaySeconds })
  }
  await sendAll(app.queues.scrape, atOnce)
}
