import { globSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, inject } from 'vitest'
import { signedIn } from './admin.ts'
import { inBrowser, siteUrl } from './browser.ts'

inBrowser('an editor looks at the next issue and has a test of it sent', async () => {
  const page = await signedIn()
  const to = `editor-${Date.now()}@example.org`
  await page.goto(siteUrl('/admin/digest'))
  await page.getByRole('link', { name: 'Look at it as of now' }).click()
  const mail = page.frameLocator('iframe[title="The mail"]')
  expect(await mail.locator('h1.ink').textContent()).toMatch(/\w/)
  const subject = await page.locator('dl.head dd').first().textContent()
  await page.getByLabel('Send it as a test to').fill(to)
  await page.getByRole('button', { name: 'Send the test' }).click()
  expect(await page.getByRole('status').first().textContent()).toContain('on its way')
  const answer = await fetch(`${inject('mails')}/mails.json?to=${encodeURIComponent(to)}`)
  const mails = (await answer.json()) as { subject: string }[]
  expect(mails.map((each) => each.subject)).toEqual([`Test: ${subject}`])
})

inBrowser('an admin looks a subscriber up by the address and finds the last mail', async () => {
  const page = await signedIn()
  await page.goto(siteUrl('/admin/subscribers'))
  const panel = page.locator('section.panel', { hasText: 'Look one up' })
  await panel.getByLabel('Mail address').fill('delivered+reader@resend.dev')
  await panel.getByRole('button').click()
  expect(await page.locator('h1').textContent()).toBe('A subscriber')
  expect(await page.getByRole('table', { name: 'Last mails' }).textContent()).toContain('taken')
  expect(await page.locator('body').textContent()).not.toContain('resend.dev')
})

inBrowser('a dead letter is replayed by one click, and its job is done', async () => {
  const { articles } = await (await fetch(siteUrl('/api/v1/articles?limit=1'))).json()
  letDie({ kind: 'page', url: articles[0].url })
  const page = await signedIn('/dead-letters')
  const row = page.getByRole('row', { name: articles[0].url })
  expect(await row.textContent()).toContain('Error: the database was away')
  await row.getByRole('button', { name: 'Replay' }).click()
  expect(await page.getByRole('status').textContent()).toBe('It is tried again.')
  expect(await page.getByRole('table', { name: 'Open letters' }).count()).toBe(0)
  expect(await page.getByRole('table', { name: 'Settled letters' }).textContent()).toContain(
    'replayed by admin',
  )
  await page.goto(siteUrl('/admin/audit'))
  expect(await page.locator('tbody tr').first().textContent()).toContain('replay dead letters')
})

inBrowser('the policy of a preview lets the mail be seen, and finds no fault', async () => {
  const page = await signedIn()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(siteUrl('/admin/digest/preview'), { waitUntil: 'networkidle' })
  expect(complaints.filter((words) => words.includes('Content Security Policy'))).toEqual([])
})

/** Puts a dead letter into the site's own database, as a queue that gave up does. */
function letDie(job: object): void {
  const files = globSync(`${inject('state')}/v3/d1/**/*.sqlite`)
  const file = files.find((path) => !path.endsWith('metadata.sqlite')) ?? ''
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.prepare(
    `INSERT INTO dead_letters (id, queue, job, attempts, died_at, reason)
     VALUES (?, 'alita2-scrape-dead', ?, 6, ?, 'Error: the database was away')`,
  ).run(crypto.randomUUID(), JSON.stringify(job), new Date().toISOString())
  db.close()
}
