import { expect } from 'vitest'
import { inBrowser, openPage, siteUrl } from './browser.ts'

inBrowser('all is read without a script', async () => {
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(siteUrl())
  expect(await page.locator('h1').textContent()).toMatch(/greenlit|unknown|rumour/i)
  expect(await page.locator('.timeline a.mark').count()).toBeGreaterThan(5)
  await page.locator('.story h3 a').first().click()
  expect(page.url()).toContain('/stories/')
  await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(0)
})

inBrowser(
  'a mark tells who said what when it is pointed at, and when it has the focus',
  async () => {
    const page = await openPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(siteUrl())
    const mark = page.locator('.timeline a.mark').last()
    const note = mark.locator('foreignObject')
    expect(await opacity(note)).toBe(0)
    await mark.locator('circle').hover()
    await expect.poll(() => opacity(note)).toBe(1)
    await page.mouse.move(0, 0)
    await expect.poll(() => opacity(note)).toBe(0)
    await page.locator('.timeline a.mark').nth(-2).focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => opacity(note)).toBe(1)
    expect(await note.textContent()).toMatch(/\d{4}/)
    const row = (await mark.getAttribute('href')) ?? ''
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator(row).isVisible()).toBe(true)
  },
)

inBrowser(
  'the keyboard alone leads past the head to the answer and to a subscription',
  async () => {
    const page = await openPage()
    await page.goto(siteUrl())
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    for (let tabs = 0; tabs < 100; tabs++) {
      if ((await page.evaluate('document.activeElement.type')) === 'email') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type(`keys-${Date.now()}@example.org`)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/subscribe')
    expect(await page.locator('h1').textContent()).toBe('Look into your mailbox')
  },
)

inBrowser('a day in the past shows what could be known then', async () => {
  const page = await openPage()
  await page.goto(siteUrl('/status'))
  const now = await page.locator('h1').textContent()
  await page.getByLabel('The status on').fill('2023-10-05')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(page.url()).toContain('/status?at=2023-10-05')
  expect(await page.locator('.kicker').first().textContent()).toContain('5 October 2023')
  const dates = await page.locator('main .answer time').evaluateAll(DATES)
  expect(dates.length).toBeGreaterThan(0)
  for (const date of dates) expect(date < '2023-10-06', date).toBe(true)
  await page.goto(siteUrl('/status?at=2019-01-01'))
  expect(await page.locator('h1').textContent()).not.toBe(now)
})

inBrowser('a day that is none is answered in words', async () => {
  const page = await openPage()
  for (const day of ['2023-02-30', '2999-01-01', 'yesterday']) {
    const answer = await page.goto(siteUrl(`/status?at=${day}`))
    expect(answer?.status(), day).toBe(400)
    expect(await page.getByRole('alert').textContent()).toContain('no day')
  }
})

inBrowser('a search finds a quotation, and it leads to each time it was printed', async () => {
  const page = await openPage()
  await page.goto(siteUrl())
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.getByRole('searchbox').fill('working on it')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('figure blockquote a').first().click()
  expect(page.url()).toContain('/quotes/')
  expect(await page.locator('h1').textContent()).toMatch(/working/i)
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
  await page.goto(siteUrl('/search?q=Landau'))
  expect(await page.getByRole('heading', { name: 'People' }).isVisible()).toBe(true)
})

inBrowser('who reads in the dark is given dark paper, and paper is white', async () => {
  const page = await openPage({ colorScheme: 'dark' })
  await page.goto(siteUrl())
  expect(await lightness(page)).toBeLessThan(100)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await lightness(page)).toBeGreaterThan(700)
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  expect(await lightness(page)).toBe(765)
  expect(await page.locator('form').first().isVisible()).toBe(false)
})

const DATES = (times: Element[]) => times.map((time) => time.getAttribute('datetime') ?? '')

type Shown = Awaited<ReturnType<typeof openPage>>

async function opacity(note: ReturnType<Shown['locator']>): Promise<number> {
  return Number(await note.evaluate((element) => getComputedStyle(element).opacity))
}

async function focused(page: Shown): Promise<string> {
  return String(await page.evaluate('document.activeElement.textContent.trim()'))
}

/** The paper's red, green and blue, added. */
async function lightness(page: Shown): Promise<number> {
  const color = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
  return (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
}
