import type { BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { openPage, siteUrl } from './browser.ts'

/** A page on which the admin is signed in, as people do it: by the form. */
export async function signedIn(path = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(options)
  await page.goto(siteUrl(`/admin${path}`))
  await page.getByLabel('Token').fill(inject('adminToken'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}
