import { siteUrl } from './browser.ts'

/** One address of each kind of page that people read. */
export async function pagePaths(): Promise<string[]> {
  return [
    '/',
    '/stories',
    await linkOn('/stories', /href="(\/stories\/[^"?]+)"/),
    '/people',
    await linkOn('/people', /href="(\/people\/[^"?]+)"/),
    '/outlets',
    await linkOn('/search?q=working', /href="(\/quotes\/[^"]+)"/),
    '/status?at=2023-10-05',
    '/search?q=working',
    '/search?q=nothingofthesort',
    '/issues',
    await linkOn('/issues', /href="(\/issues\/[^"]+)"/),
    '/about',
    '/bot',
    '/privacy',
    '/subscribe',
    '/api',
    '/confirm?token=x',
    '/nowhere',
  ]
}

async function linkOn(path: string, link: RegExp): Promise<string> {
  const found = link.exec(await (await fetch(siteUrl(path))).text())?.[1]
  if (!found) throw new Error(`${path} has no link ${link}`)
  return found
}
