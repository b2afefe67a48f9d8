import { expect, inject } from 'vitest'
import { signedIn } from './admin.ts'
import { inBrowser, openPage, siteUrl } from './browser.ts'

inBrowser('an admin signs in by the form, and out again', async () => {
  const page = await openPage()
  await page.goto(siteUrl('/admin/sources'))
  await page.getByLabel('Token').fill('not the token')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.getByRole('alert').textContent()).toBe('This is not the token.')
  const signed = await signedIn('/sources')
  expect(new URL(signed.url()).pathname).toBe('/admin/sources')
  expect(await signed.locator('h1').textContent()).toBe('Sources')
  await signed.getByRole('button', { name: 'Sign out' }).click()
  expect(await signed.getByLabel('Token').isVisible()).toBe(true)
})

inBrowser('on a phone the places are behind one button, by keyboard too', async () => {
  const page = await signedIn()
  const places = page.getByRole('navigation', { name: 'Admin' })
  expect(await places.isVisible()).toBe(false)
  await page.getByText('Menu', { exact: true }).press('Enter')
  await places.getByRole('link', { name: 'Quotas' }).press('Enter')
  await page.getByRole('heading', { name: 'Quotas' }).waitFor()
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await places.isVisible()).toBe(true)
  expect(await places.locator('[aria-current]').textContent()).toBe('Quotas')
})

inBrowser('a rescan shows its progress live, to the end', async () => {
  const page = await signedIn('/scans')
  await page.getByLabel('Source').first().selectOption('')
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.waitForURL('**/admin/scans/*')
  const scan = page.url()
  const words = page.locator('#progress-words')
  await expect.poll(() => words.textContent()).toContain('Done: 7 of 7')
  expect(page.url()).toBe(scan)
  for (const bar of await page.locator('progress').all()) {
    expect(await bar.getAttribute('value')).toBe(await bar.getAttribute('max'))
  }
  expect(await page.locator('td[data-name="Said"]').first().textContent()).toMatch(
    /unchanged|fresh/,
  )
  expect(await page.getByRole('button', { name: 'Stop it' }).count()).toBe(0)
})

inBrowser('a scan is stopped while it runs, and asks nobody any more', async () => {
  const page = await signedIn('/scans')
  await slowDown(3000)
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.getByRole('button', { name: 'Stop it' }).click()
  await slowDown(0)
  expect(await page.getByRole('status').first().textContent()).toContain('Stopped.')
  expect(await page.locator('#progress-words').textContent()).toContain('Stopped by admin')
  const said = await page.locator('td[data-name="Said"]').allTextContents()
  expect(said.filter((words) => words.includes('stopped by admin')).length).toBeGreaterThan(4)
  await page.goto(siteUrl('/admin/audit'))
  expect(await page.locator('tbody tr').first().textContent()).toContain('stop scan')
})

inBrowser('without a script the page loads itself again while the scan runs', async () => {
  const page = await signedIn('/scans', { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Look now' }).click()
  const words = page.locator('#progress-words')
  await expect.poll(() => words.textContent()).toContain('Done: ')
})

inBrowser('a page is read anew by its address', async () => {
  const { articles } = await (await fetch(siteUrl('/api/v1/articles?limit=1'))).json()
  const page = await signedIn('/scans')
  await page.getByLabel('Address').fill(articles[0].url)
  await page.getByRole('button', { name: 'Read it' }).click()
  const words = page.locator('#progress-words')
  await expect.poll(() => words.textContent()).toBe('Done: 1 of 1 new page read.')
})

inBrowser(
  'a source that is paused is told so in a scan, and is looked at once resumed',
  async () => {
    const page = await signedIn('/sources')
    await page.locator('tbody th a').first().click()
    await page.getByLabel('Why').fill('they are moving house')
    await page.getByRole('button', { name: 'Leave it alone' }).click()
    expect(await page.getByRole('status').textContent()).toContain('is left alone')
    await page.getByRole('button', { name: 'Look now' }).click()
    await expect
      .poll(() => page.locator('#progress').textContent())
      .toContain('they are moving house')
    await page.locator('tbody th a').first().click()
    await page.getByRole('button', { name: 'Look at it again' }).click()
    expect(await page.getByRole('button', { name: 'Leave it alone' }).isVisible()).toBe(true)
    await page.goto(siteUrl('/admin/audit'))
    const acts = await page.locator('td[data-name="What"]').allTextContents()
    expect(acts.slice(0, 3).map((act) => act.split(' ')[0])).toEqual(['resume', 'start', 'pause'])
  },
)

async function slowDown(ms: number): Promise<void> {
  await fetch(`${inject('control')}/delay?ms=${ms}`, { method: 'POST' })
}
