import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, onTestFinished, test } from 'vitest'

const PHONE = { width: 390, height: 844 }
const LONGEST = 120_000 // ms for anything to show on a busy machine

/** Tests that need a browser; where there is none they are skipped, as setup.ts says. */
export const inBrowser = test.skipIf(!inject('chromium'))

/** The address of the site under test. */
export function siteUrl(path = '/'): string {
  return inject('site') + path
}

/** A browser that ends with the test. */
export async function launch(...args: string[]): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: inject('chromium') ?? '',
    timeout: LONGEST,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
  })
  onTestFinished(() => browser.close())
  return browser
}

/** A new page of the size of a phone, if not said otherwise. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await launch()).newContext({ viewport: PHONE, ...options })
  context.setDefaultTimeout(LONGEST)
  return await context.newPage()
}
