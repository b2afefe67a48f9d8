import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { sourcesOf, startNewsroom } from '../../demo/newsroom/server.ts'
import { confirmReader, sendNextIssue } from '../../scripts/local/first-mail.ts'
import { scanAll } from '../../scripts/local/first-scan.ts'
import { localSecrets } from '../../scripts/local/secrets.ts'
import { startWorker } from '../../scripts/local/worker.ts'

const DIGEST = { timeZone: 'UTC', weekday: 5, hour: 9 }

/** What ends a started product, last first. */
export type Ends = (() => unknown)[]

type What = {
  port: number
  /** Directory of articles.ndjson; the demo's if left out. */
  corpus?: string
  /** Variables of wrangler.toml beside those of every local run. */
  vars?: Record<string, string>
  /** Done when all is read, before the issue is made. */
  prepare?: (state: string) => void
}

/** The whole product on this machine, with all its news read and an issue sent. */
export async function startProduct(ends: Ends, { port, corpus, vars = {}, prepare }: What) {
  const state = mkdtempSync(join(tmpdir(), 'alita2-browser-'))
  ends.push(() => rmSync(state, { recursive: true, force: true }))
  const newsroom = await startNewsroom(corpus ? { corpus } : {})
  ends.push(newsroom.close)
  const mailbox = await startMailbox({ rateLimit: Infinity, dailyQuota: 1e6, monthlyQuota: 1e6 })
  ends.push(mailbox.close)
  const { file, secrets } = localSecrets(state)
  const site = `http://localhost:${port}`
  const worker = await startWorker({
    port,
    state,
    secretsFile: file,
    vars: {
      SITE_URL: site,
      NEWSROOM: newsroom.url,
      SOURCES: JSON.stringify(sourcesOf(newsroom)),
      RESEND_BASE_URL: mailbox.url,
      DIGEST_TIME_ZONE: DIGEST.timeZone,
      DIGEST_WEEKDAY: String(DIGEST.weekday),
      DIGEST_HOUR: String(DIGEST.hour),
      POSTAL_ADDRESS: 'Test Street 1, Testtown',
      ...vars,
    },
  })
  ends.push(worker.stop)
  // the test run's own token, which vitest.config.ts sets, stands before the file's
  const adminToken = process.env.ADMIN_TOKEN ?? secrets.ADMIN_TOKEN
  await scanAll(site, adminToken, () => undefined)
  prepare?.(state)
  await confirmReader(site, mailbox)
  await sendNextIssue(worker, mailbox, DIGEST)
  return { site, newsroom, mailbox, adminToken, state }
}
