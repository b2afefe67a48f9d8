import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { sourcesOf, startNewsroom } from '../../demo/newsroom/server.ts'
import { confirmReader, sendNextIssue } from '../../scripts/local/first-mail.ts'
import { scanAll } from '../../scripts/local/first-scan.ts'
import { localSecrets } from '../../scripts/local/secrets.ts'
import { startWorker } from '../../scripts/local/worker.ts'
import { controlNewsroom } from './newsroom-control.ts'

const PORT = 8741
const SITE = `http://localhost:${PORT}`
const DIGEST = { timeZone: 'UTC', weekday: 5, hour: 9 }

/** Where a Chromium is usually found; CHROMIUM names another. */
const CHROMIUMS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

type Ends = (() => unknown)[]

/** The whole product, with news read and an issue sent, for all tests that look at it. */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = CHROMIUMS.find((path) => path && existsSync(path)) ?? null
  provide('chromium', chromium)
  if (!chromium) {
    console.warn('No chromium is found: the tests in a browser are SKIPPED. CHROMIUM names one.')
    return undefined
  }
  const ends: Ends = []
  const stop = async () => {
    for (const end of ends.toReversed()) await end()
  }
  try {
    const { mails, control, adminToken, state } = await start(ends)
    provide('state', state)
    provide('mails', mails)
    provide('control', control)
    provide('adminToken', adminToken)
    provide('site', SITE)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts everything and fills it; returns where mails are read, publishers steered, and the token. */
async function start(ends: Ends) {
  const state = mkdtempSync(join(tmpdir(), 'alita2-browser-'))
  ends.push(() => rmSync(state, { recursive: true, force: true }))
  const newsroom = await startNewsroom()
  ends.push(newsroom.close)
  const control = await controlNewsroom(newsroom)
  ends.push(control.close)
  const mailbox = await startMailbox({ rateLimit: Infinity, dailyQuota: 1e6, monthlyQuota: 1e6 })
  ends.push(mailbox.close)
  const { file, secrets } = localSecrets(state)
  const vars = {
    SITE_URL: SITE,
    NEWSROOM: newsroom.url,
    SOURCES: JSON.stringify(sourcesOf(newsroom)),
    RESEND_BASE_URL: mailbox.url,
    DIGEST_TIME_ZONE: DIGEST.timeZone,
    DIGEST_WEEKDAY: String(DIGEST.weekday),
    DIGEST_HOUR: String(DIGEST.hour),
    POSTAL_ADDRESS: 'Test Street 1, Testtown',
  }
  const worker = await startWorker({ port: PORT, state, secretsFile: file, vars })
  ends.push(worker.stop)
  // the test run's own token, which vitest.config.ts sets, stands before the file's
  const adminToken = process.env.ADMIN_TOKEN ?? secrets.ADMIN_TOKEN
  await scanAll(SITE, adminToken, () => undefined)
  await confirmReader(SITE, mailbox)
  await sendNextIssue(worker, mailbox, DIGEST)
  return { mails: mailbox.url, control: control.url, adminToken, state }
}
