import { expect } from 'vitest'
import { inBrowser, openPage, siteUrl } from './browser.ts'
import { barriers, faults } from './checks.ts'
import { pagePaths } from './paths.ts'

const PAGE_LIMIT = 60 * 1024 // bytes
const STYLE_LIMIT = 20 * 1024
const SLOW = { timeout: 180_000 }
const HTML = { accept: 'text/html' }

inBrowser('no page has anything that bars somebody, in light or dark', SLOW, async () => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage({ colorScheme, bypassCSP: true })
    for (const path of await pagePaths()) {
      await page.goto(siteUrl(path))
      found.push(...(await barriers(page)).map((barrier) => `${path} ${colorScheme}: ${barrier}`))
    }
  }
  expect(found).toEqual([])
})

inBrowser('axe finds what bars somebody where there is something', async () => {
  const page = await openPage()
  await page.setContent('<title>x</title><img src="x"><input>')
  expect(await barriers(page)).toContain('image-alt: <img src="x">')
})

inBrowser('every page is valid HTML, and small', SLOW, async () => {
  const found: string[] = []
  for (const path of await pagePaths()) {
    const html = await (await fetch(siteUrl(path), { headers: HTML })).text()
    found.push(...(await faults(html)).map((fault) => `${path}: ${fault}`))
    expect(Buffer.byteLength(html), path).toBeLessThan(PAGE_LIMIT)
  }
  expect(found).toEqual([])
  expect(await faults('<p><div>x</div></p>')).not.toEqual([])
})

inBrowser('a page asks nobody else for anything, and its policy finds no fault', SLOW, async () => {
  const page = await openPage()
  const [asked, complaints] = [new Set<string>(), [] as string[]]
  const sizes = new Map<string, number>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  page.on('console', (message) => {
    if (!message.text().includes('the server responded with'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', async (response) => {
    if (!response.url().endsWith('.css')) return
    sizes.set(response.url(), (await response.body().catch(() => Buffer.of())).length)
  })
  for (const path of await pagePaths()) await page.goto(siteUrl(path), { waitUntil: 'networkidle' })
  expect([...asked]).toEqual([new URL(siteUrl()).origin])
  expect(complaints).toEqual([])
  const styles = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  expect(styles).toBeGreaterThan(1024)
  expect(styles).toBeLessThan(STYLE_LIMIT)
})

inBrowser('no page scrolls sideways at 320 pixels', SLOW, async () => {
  const page = await openPage({ viewport: { width: 320, height: 640 } })
  for (const path of await pagePaths()) {
    await page.goto(siteUrl(path))
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320)
  }
})
