import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { MARK } from './hostile-publisher.ts'

const OF_A_KIND = 4 // pages of one kind that are looked at

/** A page that writes down what ran or was stopped from running. */
export async function watchedPage(): Promise<{ page: Page; broken: string[] }> {
  const page = await openPage()
  const broken: string[] = []
  page.on('dialog', (dialog) => {
    broken.push(`${page.url()} opens a dialog`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) {
      broken.push(`${page.url()}: ${message.text()}`)
    }
  })
  return { page, broken }
}

/** Follows links, some of each kind of page, and looks at every page. The kinds that were seen. */
export async function walk(
  page: Page,
  broken: string[],
  site: string,
  from: string[],
): Promise<string[]> {
  const kinds = new Map<string, number>()
  const ahead = [...from]
  const known = new Set(from)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(new URL(path, site))
    const seen = kinds.get(kind) ?? 0
    if (seen >= OF_A_KIND && !from.includes(path)) continue
    kinds.set(kind, seen + 1)
    await page.goto(site + path, { waitUntil: 'commit' })
    await page.waitForLoadState('domcontentloaded')
    await look(page, broken)
    for (const next of await linksOn(page)) {
      if (!known.has(next)) ahead.push(next)
      known.add(next)
    }
  }
  return [...kinds.keys()]
}

/** One page of an id is like another. */
function kindOf({ pathname, search }: URL): string {
  const [, first, second, third] = pathname.split('/')
  const parts = first === 'admin' ? [first, second, third && '*'] : [first, second && '*']
  const names = [...new URLSearchParams(search).keys()].join('&')
  return `/${parts.filter((part) => part).join('/')}${names && `?${names}`}`
}

async function linksOn(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  return links.filter(
    (path) => !/\.(?:xml|atom|json|txt|svg|eml)(?:$|\?)|sign-out|^\/api\/v1/.test(path),
  )
}

/** Whether anything of an attack has become more than words. */
export async function look(page: Page, broken: string[]): Promise<void> {
  const found = await page.evaluate((mark) => {
    const handlers = [...document.querySelectorAll('*')].filter((one) =>
      [...one.attributes].some(
        ({ name, value }) =>
          /^on|^srcdoc$/.test(name) ||
          (/^(?:href|src|action|formaction|data|xlink:href)$/.test(name) &&
            /^\s*(?:javascript|data|vbscript):/i.test(value)),
      ),
    )
    return [
      ...('hit' in window ? ['a script ran'] : []),
      ...(document.querySelector(`${mark}, svg[onload], img[src="x"]`)
        ? ['an element broke out']
        : []),
      ...handlers.map((one) => one.outerHTML.slice(0, 200)),
    ]
  }, MARK)
  broken.push(...found.map((what) => `${page.url()}: ${what}`))
}
