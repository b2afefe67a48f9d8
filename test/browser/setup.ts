import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { controlNewsroom } from './newsroom-control.ts'
import { type Ends, startProduct } from './product.ts'

const PORT = 8741

/** Where a Chromium is usually found; CHROMIUM names another. */
const CHROMIUMS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

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
    const { site, newsroom, mailbox, adminToken, state } = await startProduct(ends, { port: PORT })
    const control = await controlNewsroom(newsroom)
    ends.push(control.close)
    provide('state', state)
    provide('mails', mailbox.url)
    provide('control', control.url)
    provide('adminToken', adminToken)
    provide('site', site)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
