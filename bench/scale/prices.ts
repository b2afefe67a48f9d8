/** A price by use: what a month includes, then dollars a million beyond it. */
type Price = { included: number; aMillion: number }

/** When the providers' pages were last read for these tables, and which. */
export const READ_ON = 'autumn 2026'
export const READ_AT = {
  Workers: 'https://developers.cloudflare.com/workers/platform/pricing/',
  D1: 'https://developers.cloudflare.com/d1/platform/pricing/',
  Queues: 'https://developers.cloudflare.com/queues/platform/pricing/',
  Resend: 'https://resend.com/pricing',
} as const

/** Dollars a month of the platform's paid plan, whatever is used. */
export const PLAN = 5

/** The platform's price list, paid plan. Storage is in GB: its price is for one, not for a million. */
export const PRICES = {
  requests: { included: 10_000_000, aMillion: 0.3 },
  cpuMs: { included: 30_000_000, aMillion: 0.02 },
  rowsRead: { included: 25_000_000_000, aMillion: 0.001 },
  rowsWritten: { included: 50_000_000, aMillion: 1 },
  queueOperations: { included: 1_000_000, aMillion: 0.4 },
  storedGb: { included: 5, aMillion: 750_000 },
} as const satisfies Record<string, Price>

export type Item = keyof typeof PRICES

/** What either plan stops at. Free: a day's quotas, enforced. Paid: what money does not lift. */
export const LIMITS = {
  free: {
    'requests a day': 100_000,
    'rows read a day': 5_000_000,
    'rows written a day': 100_000,
    'queue operations a day': 10_000,
    'GB in the database': 0.5,
    'mails a day': 100,
    'mails a month': 3_000,
  },
  paid: {
    'GB in the database': 10,
    'statements a second': 1_000,
    'hours to mail everyone': 24,
  },
} as const

/** Operations of a message in a queue: written, read, deleted. */
export const OPERATIONS_A_MESSAGE = 3

/** Requests a second at the mail provider: the first default that it granted, and the present one. */
export const MAIL_RATES = [2, 10] as const
export const MAILS_A_CALL = 100
