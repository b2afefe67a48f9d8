import { expect, inject } from 'vitest'
import { inBrowser, launch, siteUrl } from './browser.ts'
import { type Scores, scoresOf } from './lighthouse.ts'
import { everyPage, isAdmin, publicPages } from './pages.ts'

const PORT = 9741 // by which lighthouse steers the browser
const LEAST = 95
const ALL = process.env.LIGHTHOUSE === 'all' // every page, as a table: minutes
const SLOW = { timeout: 1_800_000, retry: 1 }

/** Not for search engines: the admin's, those that a mail opens, and what is not there. */
const HIDDEN = /^\/(?:admin|confirm|manage|unsubscribe|nowhere|status\?at=yesterday)/

inBrowser('on a phone every category is worth 95 points and more', SLOW, async () => {
  await launch(`--remote-debugging-port=${PORT}`)
  const found: [string, Scores][] = []
  for (const path of ALL ? await everyPage() : await mainPages()) {
    const headers = isAdmin(path) ? { authorization: `Bearer ${inject('adminToken')}` } : {}
    const { seo = 0, ...scores } = await scoresOf(siteUrl(path), PORT, headers)
    found.push([path, HIDDEN.test(path) ? scores : { ...scores, seo }])
  }
  if (ALL) console.table(Object.fromEntries(found))
  for (const [path, scores] of found) {
    expect(Object.keys(scores).length, path).toBeGreaterThanOrEqual(3)
    for (const [name, score] of Object.entries(scores)) {
      expect(score, `${path} ${name}`).toBeGreaterThanOrEqual(LEAST)
    }
  }
})

/** The front page, one story, the outlets, and what an admin sees first and works with. */
async function mainPages(): Promise<string[]> {
  const story = (await publicPages()).find((path) => /^\/stories\/\w+$/.test(path)) ?? ''
  return ['/', story, '/outlets', '/admin', '/admin/sources']
}
