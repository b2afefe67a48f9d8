import lighthouse from 'lighthouse'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

export type Scores = Record<string, number>

/**
 * Points out of 100 by category, on lighthouse's own phone: slow and far away. `port` is the one by
 * which the browser is steered; with `headers` the page is asked as somebody signed in asks.
 */
export async function scoresOf(
  url: string,
  port: number,
  headers: Record<string, string> = {},
): Promise<Scores> {
  const run = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: CATEGORIES,
    extraHeaders: headers,
  })
  const categories = Object.entries(run?.lhr.categories ?? {})
  return Object.fromEntries(
    categories.map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  )
}
