import { inTime, type Place } from '../in-time.ts'

/** A place in a list that goes from the latest to the earliest: what comes next is after it. */
export type Cursor = Place

/** Which part of a list: of a period, after a place, so many at most. */
export type PageQuery = {
  limit: number
  after?: Cursor | null | undefined
  /** Days (`2023-10-05`) or moments (ISO 8601 UTC); both belong to the period. */
  since?: string | null | undefined
  until?: string | null | undefined
}

/** A page may hold fewer than asked for and still not be the last: only `next` tells. */
export type Page<Item> = { items: Item[]; next: Cursor | null }

/** What is read: below `top`, not below `bottom`. */
export type Range = { top: Cursor; bottom: Cursor }

type Reads<Item> = {
  /** Up to so many items of a range that pass the filters, latest first. */
  items: (range: Range, limit: number) => Promise<Item[]>
  /**
   * The place so many entries below the top, filters aside; null where there are fewer. Without
   * filters there is no need to ask.
   */
  windowEnd: ((range: Range) => Promise<Cursor | null>) | null
  placeOf: (item: Item) => Cursor
}

const LAST = '\uffff' // sorts after whatever a moment of that day or second goes on with

/**
 * One page of a list in time. What is added later does not move what comes after a cursor; a filter
 * that finds little ends the page early, with a cursor to go on from.
 */
export async function readPage<Item>(query: PageQuery, reads: Reads<Item>): Promise<Page<Item>> {
  const whole = rangeOf(query)
  const end = (await reads.windowEnd?.(whole)) ?? null
  const range = { top: whole.top, bottom: end ?? whole.bottom }
  const found = await reads.items(range, query.limit + 1)
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  return { items, next: last ? reads.placeOf(last) : end }
}

type Looks<Item> = Pick<Reads<Item>, 'items' | 'placeOf'> & {
  /** Whether an item is asked for; null where all are. */
  passes: ((item: Item) => boolean) | null
  /** Entries that are looked at for one page, so that a rare filter costs no more. */
  lookedAt: number
}

/** The same where what is read tells whether it is asked for. */
export async function lookThrough<Item>(
  query: PageQuery,
  { items: read, passes, lookedAt, placeOf }: Looks<Item>,
): Promise<Page<Item>> {
  const most = passes ? lookedAt : query.limit
  const looked = await read(rangeOf(query), most + 1)
  const within = looked.slice(0, most)
  const found = passes ? within.filter(passes) : within
  const items = found.slice(0, query.limit)
  const isCut = found.length > items.length
  const last = isCut ? items.at(-1) : within.at(-1)
  return { items, next: last && (isCut || looked.length > most) ? placeOf(last) : null }
}

/** Whether a place is in a range. */
export function isWithin(place: Cursor, { top, bottom }: Range): boolean {
  return inTime(place, top) < 0 && inTime(place, bottom) >= 0
}

/** Whether a language is the one that is asked for, or a kind of it. */
export function isOfLanguage(lang: string | null, asked: string): boolean {
  return lang === asked || (lang?.startsWith(`${asked}-`) ?? false)
}

/** The part of a list that a question is about. */
export function rangeOf({ after, since, until }: PageQuery): Range {
  const latest = { moment: until ? stem(until) + LAST : LAST, id: '' }
  const isInside = after && (!until || after.moment < latest.moment)
  return { top: isInside ? after : latest, bottom: { moment: since ? stem(since) : '', id: '' } }
}

/** Fractions of a second are written or not: a prefix compares with both. */
export function stem(moment: string): string {
  return moment.replace(/(?:\.\d+)?Z$/, '')
}

/** The last text that a moment of this day or second may sort as. */
export function upTo(moment: string): string {
  return stem(moment) + LAST
}
