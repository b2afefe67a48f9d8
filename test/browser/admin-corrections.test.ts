import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signedIn } from './admin.ts'
import { inBrowser, siteUrl } from './browser.ts'

inBrowser('a story is split and merged, through a rescan, and undone', async () => {
  const page = await signedIn()
  const story = await storyOfSome()
  const before = await membersOf(page, story)
  const [href, member] = await lastMember(page)
  await page.locator('tbody tr').last().getByRole('button', { name: 'Split out' }).click()
  expect(await said(page)).toBe('It is by itself now.')
  await readAgain(page)
  expect(await membersOf(page, member)).toHaveLength(1)
  await expect.poll(() => membersOf(page, story)).toHaveLength(before.length - 1)
  await page.goto(siteUrl(`/admin/stories/${member}`))
  await page.getByLabel('Merge it into').fill(siteUrl(`/stories/${story}`))
  await page.getByRole('button', { name: 'Merge' }).click()
  expect(await said(page)).toBe('Both are one story now.')
  await readAgain(page)
  await expect.poll(() => membersOf(page, story)).toHaveLength(before.length)
  for (const _ of ['the merge', 'the split']) {
    await page.goto(siteUrl(href))
    await page.getByRole('button', { name: 'Undo' }).first().click()
    expect(await said(page)).toBe('It is undone.')
  }
  await expect.poll(() => membersOf(page, story)).toEqual(before)
})

inBrowser('what is marked irrelevant leaves the public story, until undone', async () => {
  const page = await signedIn()
  const story = await storyOfSome()
  await membersOf(page, story)
  const [href, member] = await lastMember(page)
  const isTold = async () => {
    const answer = await fetch(siteUrl(`/api/v1/stories/${story}`))
    return (await answer.text()).includes(`"${member}"`)
  }
  expect(await isTold()).toBe(true)
  await page.goto(siteUrl(href))
  await page.getByRole('button', { name: 'Mark irrelevant' }).click()
  expect(await said(page)).toBe('It is left out now.')
  await expect.poll(isTold).toBe(false)
  await page.goto(siteUrl('/admin/corrections'))
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(isTold).toBe(true)
})

inBrowser('a statement is corrected without a script, and the log tells it', async () => {
  const page = await signedIn('', { javaScriptEnabled: false })
  await page.goto(siteUrl(`/admin/articles/${await articleThatSays()}`))
  const one = page.locator('.said-in > li').first()
  const words = await one.locator('.meta').textContent()
  await one.locator('summary').click()
  await one.getByLabel('Stage').selectOption('post-production')
  await one.getByRole('button', { name: 'Correct it' }).click()
  expect(await said(page)).toBe('It is corrected.')
  expect(await one.locator('.meta').textContent()).toContain('post-production')
  await page.goto(siteUrl('/admin/audit'))
  const act = await page.locator('tbody tr').first().textContent()
  expect(act).toContain('correct statement')
  expect(act).toContain('stage: post-production')
  await page.goto(siteUrl('/admin/corrections'))
  await page.getByRole('button', { name: 'Undo' }).first().click()
  expect(await one.locator('.meta').textContent()).toBe(words)
})

inBrowser('an article is found by words, and what is unknown is said in words', async () => {
  const page = await signedIn('/articles')
  const title = (await page.locator('tbody th').first().textContent()) ?? ''
  await page.getByLabel('Address, id or words').fill(title)
  await page.getByRole('button', { name: 'Find' }).click()
  expect(await page.locator('tbody th').first().textContent()).toBe(title)
  await page.locator('tbody th a').first().click()
  expect(await page.locator('h1').textContent()).toBe(title)
  await page.getByLabel('Move into the story of').fill('nobody')
  await page.getByRole('button', { name: 'Move' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('has the id or address "nobody"')
})

/** The id of a story that three articles or more tell. */
async function storyOfSome(): Promise<string> {
  const answer = await fetch(siteUrl('/api/v1/stories?limit=50'))
  const { stories } = (await answer.json()) as { stories: { id: string; articles: number }[] }
  return stories.find(({ articles }) => articles > 2)?.id ?? ''
}

/** The id of an article with a statement. */
async function articleThatSays(): Promise<string> {
  const answer = await fetch(siteUrl('/api/v1/statements?limit=1'))
  const { statements } = (await answer.json()) as { statements: { article: { id: string } }[] }
  return statements[0]?.article.id ?? ''
}

/** Its articles with why each is there, as the story's page shows them; none where it is no story. */
async function membersOf(page: Page, story: string): Promise<string[]> {
  await page.goto(siteUrl(`/admin/stories/${story}`))
  return await page.getByRole('table', { name: 'Articles' }).locator('tbody tr').allTextContents()
}

/** The last article of the story that is looked at: its page below the admin's, and its id. */
async function lastMember(page: Page): Promise<[string, string]> {
  const rows = page.getByRole('table', { name: 'Articles' }).locator('tbody th a')
  const href = (await rows.last().getAttribute('href')) ?? ''
  return [href, href.split('/').at(-1) ?? '']
}

async function said(page: Page): Promise<string | null> {
  return await page.getByRole('status').first().textContent()
}

/** Has the page of the article that is looked at scanned anew, to the end, beside what is looked at. */
async function readAgain(page: Page): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await tab.getByRole('button', { name: 'Read it again' }).click()
  const words = tab.locator('#progress-words')
  await expect.poll(() => words.textContent()).toBe('Done: 1 of 1 new page read.')
  await tab.close()
}
