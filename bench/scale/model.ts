import {
  type Item,
  LIMITS,
  MAIL_RATES,
  MAILS_A_CALL,
  OPERATIONS_A_MESSAGE,
  PLAN,
  PRICES,
} from './prices.ts'
import { ASSUMED, BYTES, UNITS, type Work } from './units.ts'

const DAYS = 30 // of a month
const GB = 1e9 // bytes
const WORKS = Object.keys(UNITS) as Work[]

/** What is kept, and how often it is read in a month. */
export type Size = { sources: number; articles: number; subscribers: number; reads: number }

/** The sizes of the tables; the last is what the design is asked for. */
export const SIZES: readonly Size[] = [
  { sources: 10, articles: 1_000, subscribers: 1_000, reads: 10_000 },
  { sources: 20, articles: 10_000, subscribers: 10_000, reads: 100_000 },
  { sources: 50, articles: 100_000, subscribers: 100_000, reads: 1_000_000 },
  { sources: 100, articles: 1_000_000, subscribers: 1_000_000, reads: 10_000_000 },
]

/** Pieces of work in a month. */
export function workOf({ sources, articles, subscribers, reads }: Size): Record<Work, number> {
  return {
    article: articles / ASSUMED.months,
    look: sources * ASSUMED.looksAMonth,
    recipient: subscribers * ASSUMED.issuesAMonth,
    rememberedRead: reads * (1 - ASSUMED.freshShare),
    freshRead: reads * ASSUMED.freshShare,
    cron: ASSUMED.cronsAMonth,
  }
}

/** What a month uses of each item of the price list; storage in GB. */
export function useOf(size: Size): Record<Item, number> {
  const work = workOf(size)
  const sum = (each: (one: Work) => number) =>
    WORKS.reduce((total, one) => total + work[one] * each(one), 0)
  const { articles, subscribers } = size
  const deliveries = subscribers * ASSUMED.issuesKept
  const bytes =
    articles * BYTES.article + subscribers * BYTES.subscriber + deliveries * BYTES.delivery
  return {
    requests: sum((one) => UNITS[one].requests ?? 0),
    cpuMs: sum((one) => UNITS[one].cpuMs ?? 0),
    rowsRead: sum((one) => UNITS[one].rowsRead ?? 0),
    rowsWritten: sum((one) => UNITS[one].rowsWritten ?? 0),
    queueOperations: OPERATIONS_A_MESSAGE * sum((one) => UNITS[one].messages),
    storedGb: bytes / GB,
  }
}

/** Dollars a month on the paid plan, by item, beyond what the plan includes; the plan itself too. */
export function costOf(size: Size): Record<Item | 'plan', number> {
  const use = useOf(size)
  const cost = (item: Item) => {
    const { included, aMillion } = PRICES[item]
    return (Math.max(0, use[item] - included) * aMillion) / 1e6
  }
  return {
    plan: PLAN,
    requests: cost('requests'),
    cpuMs: cost('cpuMs'),
    rowsRead: cost('rowsRead'),
    rowsWritten: cost('rowsWritten'),
    queueOperations: cost('queueOperations'),
    storedGb: cost('storedGb'),
  }
}

/** Hours to hand one issue to the mail provider at so many requests a second. */
export function hoursToMail(subscribers: number, aSecond: number): number {
  return Math.ceil(subscribers / MAILS_A_CALL) / aSecond / 3600
}

/** How full each limit of a plan is, 1 being all of it, fullest first. */
export function pressures(plan: 'free' | 'paid', size: Size): { limit: string; share: number }[] {
  const shares = plan === 'free' ? freeShares(size) : paidShares(size)
  return Object.entries(shares)
    .map(([limit, share]) => ({ limit, share }))
    .toSorted((one, other) => other.share - one.share)
}

/** The day on which an issue goes is the fullest: it bears all mails, a day's share of the rest. */
function freeShares(size: Size): Record<string, number> {
  const limits = LIMITS.free
  const { subscribers } = size
  const [all, still] = [useOf(size), useOf({ ...size, subscribers: 0 })]
  const onMailDay = (item: Item) =>
    still[item] / DAYS + (all[item] - still[item]) / ASSUMED.issuesAMonth
  return {
    'requests a day': onMailDay('requests') / limits['requests a day'],
    'rows read a day': onMailDay('rowsRead') / limits['rows read a day'],
    'rows written a day': onMailDay('rowsWritten') / limits['rows written a day'],
    'queue operations a day': onMailDay('queueOperations') / limits['queue operations a day'],
    'GB in the database': all.storedGb / limits['GB in the database'],
    'mails a day': subscribers / limits['mails a day'],
    'mails a month': (subscribers * ASSUMED.issuesAMonth) / limits['mails a month'],
  }
}

function paidShares(size: Size): Record<string, number> {
  const limits = LIMITS.paid
  const work = workOf(size)
  const statements = WORKS.reduce((sum, one) => sum + work[one] * UNITS[one].statements, 0)
  const aSecond = statements / (DAYS * 86_400)
  return {
    'GB in the database': useOf(size).storedGb / limits['GB in the database'],
    'statements a second': aSecond / limits['statements a second'],
    'hours to mail everyone':
      hoursToMail(size.subscribers, MAIL_RATES[0]) / limits['hours to mail everyone'],
  }
}

/** The size at which a limit is full, all grown together from 1,000 articles and subscribers. */
export function fullAt(plan: 'free' | 'paid', limit: string): number {
  let [low, high] = [1, 1e12]
  while (high / low > 1.0001) {
    const middle = Math.sqrt(low * high)
    const share = pressures(plan, sizeOf(middle)).find((one) => one.limit === limit)?.share ?? 0
    if (share < 1) low = middle
    else high = middle
  }
  return high
}

/** So many articles and subscribers, ten reads for each; sources between those of SIZES. */
export function sizeOf(count: number): Size {
  const sources = Math.min(100, Math.max(10, 10 * (count / 1_000) ** (1 / 3)))
  return { sources: Math.round(sources), articles: count, subscribers: count, reads: count * 10 }
}
