import type { Item } from './prices.ts'

export type Work = 'article' | 'look' | 'recipient' | 'rememberedRead' | 'freshRead' | 'cron'

/** What one piece of work uses; `statements` are those that the database runs for it. */
export type Use = Partial<Record<Exclude<Item, 'queueOperations' | 'storedGb'>, number>> & {
  messages: number
  statements: number
  /** Where the numbers were measured, or that they are assumed. */
  measured: string
}

/** Counts for each piece of work. A queue's or cron's invocation is no request that is charged. */
export const UNITS: Record<Work, Use> = {
  article: {
    ...{ cpuMs: 16, rowsRead: 96, rowsWritten: 49, messages: 1, statements: 11 },
    measured:
      'bench stories: the dearest of its sorts at any size up to 100,000; 9 ms of its CPU, and 7 ms assumed for extraction',
  },
  look: {
    ...{ cpuMs: 10, rowsRead: 14, rowsWritten: 8.2, messages: 1, statements: 9.1 },
    measured:
      'bench fetch --rows: the mean of 50 feeds, none with news of the film; CPU by bench limits',
  },
  recipient: {
    ...{ cpuMs: 0.22, rowsRead: 16.4, rowsWritten: 3.06, messages: 0.01, statements: 0.102 },
    measured:
      'bench digest, 10,000 subscribers, an issue of 30 stories; four rows read and one written to drop a delivery',
  },
  rememberedRead: {
    ...{ requests: 1, cpuMs: 0.4, rowsRead: 0, messages: 0, statements: 0 },
    measured: 'bench http: no row; CPU assumed at twice that of its bare handler',
  },
  freshRead: {
    ...{ requests: 1, cpuMs: 3, rowsRead: 60, messages: 0, statements: 2 },
    measured:
      'the most rows that a test allows any page; CPU of the dearest of three in bench http',
  },
  cron: {
    ...{ cpuMs: 10, rowsRead: 427, rowsWritten: 18.2, messages: 0, statements: 13.3 },
    measured: 'bench fetch --rows: the mean beside 50 feeds; CPU by bench limits',
  },
}

/** Bytes of the database for one, with its indexes: page counts of a local D1 before and after. */
export const BYTES = { article: 8_672, subscriber: 446, delivery: 132 } as const

/** What is assumed of use, as nobody can measure it before there are readers. */
export const ASSUMED = {
  /** Articles came evenly over so many months. */
  months: 60,
  issuesAMonth: 4.35,
  /** Deliveries are kept for 90 days: KEEP_MAIL_DAYS. */
  issuesKept: 13,
  /** Share of reads that nobody has asked in the same minute. */
  freshShare: 0.1,
  /** Looks at one source a month: 13,495 requests for 50 feeds in 30 days, robots.txt aside. */
  looksAMonth: 241,
  cronsAMonth: 4_320,
} as const
