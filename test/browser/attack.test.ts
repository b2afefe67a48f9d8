import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { databaseFile } from '../../scripts/archive/tables.ts'
import { inBrowser, openPage } from './browser.ts'
import { ATTACKS, hostileCorpus, MARK, TOPIC } from './hostile-publisher.ts'
import { type Ends, startProduct } from './product.ts'
import { look, walk, watchedPage } from './walk.ts'

const PORT = 8745
const SLOW = 180_000 // ms

type Product = Awaited<ReturnType<typeof startProduct>>

const ends: Ends = []
let product: Product

beforeAll(async () => {
  if (!inject('chromium')) return
  const corpus = hostileCorpus()
  ends.push(() => rmSync(corpus, { recursive: true }))
  product = await startProduct(ends, {
    port: PORT,
    corpus,
    vars: { TOPIC: JSON.stringify(TOPIC) },
    prepare: slipIntoTitles,
  })
}, SLOW)

afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

inBrowser('the attacks have been read: they stand on pages, as words', async () => {
  expect(await articles()).toHaveLength(2 * ATTACKS.length)
  const page = await openPage()
  for (const path of ['/stories', '/search?q=glass']) {
    await page.goto(product.site + path)
    expect(await page.textContent('body'), path).toContain(`<${MARK}>`)
  }
})

inBrowser(
  'whatever publishers write, nothing runs and nothing breaks out on any page',
  { timeout: SLOW },
  async () => {
    const { page, broken } = await watchedPage()
    await signIn(page)
    const kinds = await walk(page, broken, product.site, [
      '/',
      '/admin',
      '/search?q=glass',
      ...reflecting(),
    ])
    expect(broken).toEqual([])
    expect(kinds).toEqual(
      expect.arrayContaining([
        '/',
        '/stories/*',
        '/people/*',
        '/quotes/*',
        '/issues/*',
        '/admin/articles/*',
        '/admin/stories/*',
        '/admin/sources/*',
        '/admin/scans/*',
      ]),
    )
  },
)

inBrowser('what a hostile page would give is shown to an admin as words', async () => {
  const { page, broken } = await watchedPage()
  await signIn(page)
  await page.goto(`${product.site}/admin/try`)
  await page
    .getByLabel('Address')
    .fill((await articles()).find(({ title }) => title.includes('CONFIRMED'))?.url ?? '')
  await page.getByLabel('an article’s page').check()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('CONFIRMED').first().waitFor()
  await look(page, broken)
  expect(broken).toEqual([])
})

inBrowser('in no mail does anything run or break out, nor become a header', async () => {
  const mails = product.mailbox.mails()
  expect(mails.some(({ html }) => html?.includes(`&lt;${MARK}`))).toBe(true)
  const { page, broken } = await watchedPage()
  for (const { subject, html } of mails) {
    expect(subject).not.toMatch(/[\r\n]/)
    await page.setContent(html ?? '')
    await look(page, broken)
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const link of links) expect(link).toMatch(/^(?:https?|mailto):/)
  }
  expect(broken).toEqual([])
})

inBrowser('every feed is XML or JSON that holds the attacks as text', async () => {
  const { page, broken } = await watchedPage()
  await page.goto(`${product.site}/about`)
  for (const path of [
    '/feed.xml',
    '/atom.xml',
    '/status.atom',
    '/issues.xml',
    '/badge.svg',
    '/sitemap.xml',
  ]) {
    const xml = await (await fetch(product.site + path)).text()
    const elements = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'text/xml')
      return [documentElement, ...documentElement.querySelectorAll('*')].map(
        ({ nodeName }) => nodeName,
      )
    }, xml)
    const odd = elements.filter((name) => ['parsererror', MARK, 'img', 'script'].includes(name))
    expect(odd, path).toEqual([])
  }
  const feed = await (await fetch(`${product.site}/feed.json`)).json()
  expect(JSON.stringify(feed)).toContain(MARK)
  expect(broken).toEqual([])
})

/** The extractor leaves no markup in titles; pages must not rely on it. */
function slipIntoTitles(state: string): void {
  const database = new DatabaseSync(databaseFile(state), { timeout: 5000 })
  const ids = database.prepare('SELECT id FROM articles ORDER BY id').all()
  const update = database.prepare("UPDATE articles SET title = title || ' ' || ? WHERE id = ?")
  for (const [at, { id }] of ids.entries()) update.run(attackAt(at), id ?? null)
  database.close()
}

function attackAt(index: number): string {
  return ATTACKS[index % ATTACKS.length] ?? ''
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${product.site}/admin`)
  await page.getByLabel('Token').fill(product.adminToken)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function articles(): Promise<{ title: string; url: string }[]> {
  const answer = await fetch(`${product.site}/api/v1/articles?limit=50`)
  return ((await answer.json()) as { articles: { title: string; url: string }[] }).articles
}

/** Addresses that show what stands in them. */
function reflecting(): string[] {
  return ATTACKS.flatMap((attack) => {
    const words = encodeURIComponent(attack)
    return [
      `/search?q=${words}`,
      `/status?at=${words}`,
      `/stories?after=${words}`,
      `/confirm?token=${words}`,
      `/unsubscribe?token=${words}`,
      `/manage?token=${words}`,
      `/nowhere/${words}`,
      `/admin/articles?q=${words}`,
      `/admin/articles/${words}`,
      `/admin/digest/preview?week=${words}`,
    ]
  })
}
