import lighthouse from 'lighthouse'
import { expect } from 'vitest'
import { inBrowser, launch, siteUrl } from './browser.ts'
import { pagePaths } from './paths.ts'

const PORT = 9741 // by which lighthouse steers the browser
const LEAST = 95
const SLOW = { timeout: 300_000, retry: 1 }

inBrowser('on a phone every category is worth 95 points and more', SLOW, async () => {
  await launch(`--remote-debugging-port=${PORT}`)
  const [front = '', , story = ''] = await pagePaths()
  for (const path of [front, story]) {
    const scores = await scoresOf(path)
    expect(Object.keys(scores)).toHaveLength(4)
    for (const [name, score] of Object.entries(scores)) {
      expect(score, `${path} ${name}`).toBeGreaterThanOrEqual(LEAST)
    }
  }
})

/** Points out of 100 by category; the phone is lighthouse's own, slow and far away. */
async function scoresOf(path: string): Promise<Record<string, number>> {
  const run = await lighthouse(siteUrl(path), {
    port: PORT,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  })
  const categories = Object.entries(run?.lhr.categories ?? {})
  return Object.fromEntries(categories.map(([name, { score }]) => [name, (score ?? 0) * 100]))
}
