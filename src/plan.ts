/** The platform's plan: what one invocation may use. */
export const PLANS = ['free', 'paid'] as const

export type Plan = (typeof PLANS)[number]

/** What one invocation takes upon itself. */
export type Allowance = {
  /** Pages whose reading one look or cron begins; the next cron finds the others. */
  pages: number
  /** Characters of a feed's own text that are read in place of the page; null: only where it fails. */
  feedFirst: number | null
  /** Bytes of a page, and characters of an article, that are read. */
  pageBytes: number
  textLength: number
  /** Hosts that one look asks, redirects and their robots.txt included. */
  hosts: number
  /** Further parts of a source, as sitemaps of an index, that one look reads. */
  parts: number
  /** Mails in one call of the provider. */
  mails: number
}

/** See docs/limits.md for what each was measured at. */
const ALLOWANCES: Record<Plan, Allowance> = {
  free: {
    pages: 4,
    feedFirst: 600,
    pageBytes: 300_000,
    textLength: 2_000,
    hosts: 2,
    parts: 1,
    mails: 15,
  },
  paid: {
    pages: Number.POSITIVE_INFINITY,
    feedFirst: null,
    pageBytes: 5 * 1024 * 1024,
    textLength: 40_000, // several times a long article
    hosts: 6, // so that a look stays below 45 statements: each costs five or more
    parts: 3,
    mails: 100,
  },
}

/** What is allowed on the plan that is configured; the paid one where none is. */
export function allowanceOf({ plan = 'paid' }: { plan?: Plan | undefined }): Allowance {
  return ALLOWANCES[plan]
}
