import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { signedIn } from './admin.ts'
import { inBrowser, openPage, siteUrl } from './browser.ts'
import { barriers, faults } from './checks.ts'

const PHONE = { viewport: { width: 320, height: 640 }, bypassCSP: true }

/** Pages that only a form leads to: routes do not name them, so people's ways do. */
inBrowser('what forms answer bars nobody either, from a slip to leaving', async () => {
  const page = await openPage(PHONE)
  const [found, headings] = [[] as string[], [] as string[]]
  const look = async () => {
    headings.push((await page.locator('h1').textContent()) ?? '')
    found.push(...(await wrongWith(page)))
  }
  const subscribe = async (address: string) => {
    await page.goto(siteUrl('/subscribe'))
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await page.getByLabel('Your mail address').fill(address)
    await page.getByRole('button', { name: 'Subscribe' }).click()
    await look()
  }
  const address = `forms-${Date.now()}@example.org`
  await subscribe('no address')
  expect(await page.getByRole('alert').textContent()).toContain('not a mail address')
  await subscribe('someone@gmial.com')
  await subscribe(address)
  await page.goto(await linkTo(address, 'confirm'))
  await look()
  await page.getByRole('button').click()
  await look()
  await page.getByRole('link', { name: 'Change how often' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await look()
  await page.getByRole('button', { name: 'Unsubscribe' }).click()
  await look()
  expect(found).toEqual([])
  expect(headings).toEqual([
    'Subscribe',
    'Did you mean someone@gmail.com?',
    'Look into your mailbox',
    expect.stringMatching(/^Mail about /),
    'Confirmed',
    'Your subscription',
    'Unsubscribed',
  ])
})

inBrowser('what the forms of the admin answer bars nobody', async () => {
  const page = await openPage(PHONE)
  await page.goto(siteUrl('/admin'))
  await page.getByLabel('Token').fill('not the token')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const found = await wrongWith(page)
  const { articles } = await (await fetch(siteUrl('/api/v1/articles?limit=1'))).json()
  const admin = await signedIn('/try', PHONE)
  await admin.getByLabel('Address').fill(articles[0].url)
  await admin.getByLabel('an article’s page').check()
  await admin.getByRole('button', { name: 'Try it' }).click()
  await admin.getByText(articles[0].title).first().waitFor()
  found.push(...(await wrongWith(admin)))
  expect(found).toEqual([])
})

/** Barriers, faults of the markup and a page that is too wide. */
async function wrongWith(page: Page): Promise<string[]> {
  const width = await page.evaluate('document.documentElement.scrollWidth')
  const all = [...(await faults(await page.content())), ...(await barriers(page))]
  if (width !== PHONE.viewport.width) all.push(`is ${width} pixels wide`)
  return all.map((one) => `${page.url()}: ${one}`)
}

async function linkTo(address: string, place: string): Promise<string> {
  const answer = await fetch(`${inject('mails')}/mails.json?to=${encodeURIComponent(address)}`)
  const mails = (await answer.json()) as { text: string | null }[]
  const link = new RegExp(`https?://\\S+/${place}\\?token=[\\w.~-]+`).exec(mails[0]?.text ?? '')
  if (!link) throw new Error(`no mail to ${address} has a link to ${place}`)
  return link[0]
}
