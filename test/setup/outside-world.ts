import type { TestProject } from 'vitest/node'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { sourcesOf, startNewsroom } from '../../demo/newsroom/server.ts'

/** Publishers to scrape and a mail provider to send through, on loopback, for the whole run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const newsroom = await startNewsroom()
  const mailbox = await startMailbox({ rateLimit: Infinity, dailyQuota: 1e6, monthlyQuota: 1e6 })
  provide('newsroom', newsroom.url)
  provide('sources', JSON.stringify(sourcesOf(newsroom)))
  provide('mailbox', mailbox.url)
  return async () => {
    await newsroom.close()
    await mailbox.close()
  }
}
