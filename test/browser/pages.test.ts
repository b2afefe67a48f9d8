import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signedIn } from './admin.ts'
import { inBrowser, openPage, siteUrl } from './browser.ts'
import { barriers, faults } from './checks.ts'
import { adminPages, everyPage, isAdmin, publicPages, read } from './pages.ts'

const PAGE_LIMIT = 60 * 1024 // bytes
const STYLE_LIMIT = 20 * 1024
const NARROW = { width: 320, height: 640 }
/** A page that is not there, and the mail in its sandbox, which is of no origin. */
const EXPECTED = /the server responded with|origin-keyed agent cluster/
/** What the tab key stops at. */
const REACHED =
  ':is(a[href], button, summary, select, iframe, input:not([type=hidden], [tabindex]))'
const SLOW = { timeout: 300_000 }

inBrowser('the pages are those of the routes, of readers and of admins', SLOW, async () => {
  const pages = (await everyPage()).map((path) => path.replace(/\?.*/, ''))
  for (const path of ['/', '/stories', '/manage/erase', '/admin', '/admin/quotas', '/api']) {
    expect(pages).toContain(path)
  }
  for (const kind of [/^\/stories\/\w+$/, /^\/quotes\/[\w-]+$/, /^\/admin\/subscribers\/[\w-]+$/]) {
    expect(
      pages.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true)
  }
  for (const path of ['/feed.xml', '/health', '/badge.svg']) expect(pages).not.toContain(path)
})

inBrowser('no page has anything that bars somebody', SLOW, async () => {
  expect(await barriersOf('light')).toEqual([])
})

inBrowser('in the dark every word can be read as well', SLOW, async () => {
  expect(await barriersOf('dark', 'color-contrast', 'link-in-text-block')).toEqual([])
})

inBrowser('axe finds what bars somebody where there is something', async () => {
  const page = await openPage()
  await page.setContent('<title>x</title><img src="x"><input>')
  expect(await barriers(page)).toContain('image-alt: <img src="x">')
})

inBrowser('every page is valid HTML, and small', SLOW, async () => {
  const found: string[] = []
  for (const path of await everyPage()) {
    const html = await (await read(path)).text()
    found.push(...(await faults(html)).map((fault) => `${path}: ${fault}`))
    expect(Buffer.byteLength(html), path).toBeLessThan(PAGE_LIMIT)
  }
  expect(found).toEqual([])
  expect(await faults('<p><div>x</div></p>')).not.toEqual([])
})

inBrowser('a page asks nobody else for anything, and its policy finds no fault', SLOW, async () => {
  const page = await signedIn()
  const [asked, complaints] = [new Set<string>(), [] as string[]]
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  page.on('console', (message) => {
    if (!EXPECTED.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  for (const path of await everyPage()) await page.goto(siteUrl(path), { waitUntil: 'load' })
  expect([...asked]).toEqual([new URL(siteUrl()).origin])
  expect(complaints).toEqual([])
})

inBrowser('the styles of the site are small, and so are those of the admin', SLOW, async () => {
  for (const pages of [await publicPages(), await adminPages()]) {
    const named = await Promise.all(
      pages.map(async (path) => stylesOf(await (await read(path)).text())),
    )
    const sizes = [...new Set(named.flat())].map(async (path) => {
      return (await (await fetch(siteUrl(path))).arrayBuffer()).byteLength
    })
    const size = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
    expect(size).toBeGreaterThan(1024)
    expect(size).toBeLessThan(STYLE_LIMIT)
  }
})

inBrowser('no page scrolls sideways at 320 pixels', SLOW, async () => {
  const page = await signedIn('', { viewport: NARROW })
  const wide: string[] = []
  for (const path of await everyPage()) {
    await page.goto(siteUrl(path))
    await unfold(page)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    if (width !== NARROW.width) wide.push(`${path}: ${width}`)
  }
  expect(wide).toEqual([])
})

inBrowser('on each page the first key leads past its head to what it is about', SLOW, async () => {
  const page = await signedIn()
  for (const path of await everyPage()) {
    await page.goto(siteUrl(path))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent.trim()'), path).toBe(
      'Skip to the content',
    )
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const next = await page.evaluate(`document.querySelector('main ${REACHED}')?.outerHTML`)
    if (next) expect(await page.evaluate('document.activeElement.outerHTML'), path).toBe(next)
  }
})

inBrowser('each page has one main heading, a title, and says where it is', SLOW, async () => {
  const titles = new Map<string, string>()
  for (const path of await everyPage()) {
    const html = await (await read(path)).text()
    expect(html.match(/<h1/g)?.length, path).toBe(1)
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? ''
    expect(title, path).toContain(isAdmin(path) ? 'Admin' : 'Alita')
    titles.set(path, title)
  }
  expect(new Set(titles.values()).size).toBeGreaterThan(30)
})

async function barriersOf(colorScheme: 'light' | 'dark', ...rules: string[]): Promise<string[]> {
  const found: string[] = []
  // our own policy lets axe run no script
  const page = await signedIn('', { colorScheme, bypassCSP: true })
  for (const path of await everyPage()) {
    await page.goto(siteUrl(path))
    await unfold(page)
    found.push(...(await barriers(page, ...rules)).map((barrier) => `${path}: ${barrier}`))
  }
  return found
}

function stylesOf(html: string): string[] {
  return [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].flatMap(([, href]) => href ?? [])
}

/** Opens what is folded away, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
}
