import { expect, inject } from 'vitest'
import { inBrowser, openPage, siteUrl } from './browser.ts'

inBrowser('a reader subscribes, opens the mail in the mailbox, and confirms', async () => {
  const address = `reader-${Date.now()}@example.org`
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(siteUrl())
  await page.getByLabel('Your mail address').fill(address)
  await page.getByLabel('Only in weeks with news').check()
  await page.getByRole('button', { name: 'Subscribe' }).click()
  expect(await page.locator('h1').textContent()).toBe('Look into your mailbox')
  await page.goto(await confirmLink(address))
  await page.getByRole('button').first().click()
  expect(await page.locator('main').textContent()).toMatch(/subscribed|confirmed/i)
})

/** The link of the mail to this address, found as a reader finds it: on the mailbox's page. */
async function confirmLink(address: string): Promise<string> {
  const page = await openPage()
  const mail = page
    .locator('a', { hasText: address })
    .or(page.locator('li, tr', { hasText: address }))
  await expect
    .poll(async () => {
      await page.goto(inject('mails'))
      return await mail.count()
    })
    .toBeGreaterThan(0)
  await page.locator('a[href*="/mails/"]').first().click()
  const html = await page.content()
  const frame = page.frames().at(-1)
  const link = /https?:\/\/[^"'<>\s]+\/confirm\?token=[\w.~-]+/.exec(
    html + ((await frame?.content()) ?? ''),
  )
  if (!link) throw new Error('the mail has no link to confirm')
  return link[0]
}
