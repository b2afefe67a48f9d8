import { expect, inject } from 'vitest'
import { inBrowser, openPage, siteUrl } from './browser.ts'

inBrowser(
  'a reader subscribes, confirms from the mailbox, chooses, and has all erased',
  async () => {
    const address = `reader-${Date.now()}@example.org`
    const page = await openPage({ javaScriptEnabled: false })
    const heading = () => page.locator('h1').textContent()
    const press = (name: string) => page.getByRole('button', { name }).click()

    await page.goto(siteUrl())
    await page.getByLabel('Your mail address').fill(address)
    await page.getByLabel('Only in weeks with news').check()
    await press('Subscribe')
    expect(await heading()).toBe('Look into your mailbox')

    await page.goto(await confirmLink(address))
    await page.getByRole('button').first().click()
    expect(await heading()).toBe('Confirmed')

    await page.getByRole('link', { name: 'Change how often' }).click()
    expect(await page.getByLabel('Only in weeks with news').isChecked()).toBe(true)
    await page.getByLabel('Only when the status changes').check()
    await press('Save')
    expect(await page.getByRole('status').textContent()).toContain('Saved.')
    expect(await page.getByLabel('Only when the status changes').isChecked()).toBe(true)

    await page.getByRole('link', { name: 'have it erased' }).click()
    expect(await page.locator('main').textContent()).toContain(address)
    await press('Erase it all')
    expect(await heading()).toMatch(/^(Erased|Being erased)$/)
  },
)

/** The link of the mail to this address, found as a reader finds it: on the mailbox's page. */
async function confirmLink(address: string): Promise<string> {
  const page = await openPage()
  const mail = page.locator('li', { hasText: address }).locator('a.subject')
  await expect
    .poll(async () => {
      await page.goto(inject('mails'))
      return await mail.count()
    })
    .toBe(1)
  await mail.click()
  await page.waitForLoadState('networkidle')
  const shown = await Promise.all(page.frames().map((frame) => frame.content()))
  const link = /https?:\/\/[^"'<>\s]+\/confirm\?token=[\w.~-]+/.exec(shown.join('\n'))
  if (!link) throw new Error('the mail has no link to confirm')
  return link[0]
}
