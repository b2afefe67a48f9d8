import { dueAddresses } from '../db/addresses.ts'
import { allowanceOf } from '../plan.ts'
import type { Source } from '../source.ts'
import { type Answer, askOn } from './fetch.ts'
import type { Item } from './item.ts'
import { readItems } from './items.ts'
import { gapsAt } from './politeness.ts'
import type { Trip } from './trip.ts'

/** A further part of a source, as a sitemap of an index: what it showed, or what stood in the way. */
export type Part = {
  items: Item[]
  /** What the server gave to ask with next time. */
  given: Extract<Answer, { kind: 'fresh' | 'unchanged' }> | null
  trouble: string | null
}

/** Looks at those parts whose turn it is, each as politely as at a source of its own. */
export async function readParts(trip: Trip, source: Source, urls: string[]): Promise<Part[]> {
  const [first] = urls
  if (first === undefined) return []
  const { app } = trip
  const due = await dueAddresses(app.db, urls, gapsAt(app, new URL(first)))
  const parts: Part[] = []
  for (const url of due.slice(0, allowanceOf(app.config).parts)) {
    if (trip.visits <= 0) break
    parts.push(await readPart(trip, source, url))
  }
  return parts
}

async function readPart(trip: Trip, source: Source, url: string): Promise<Part> {
  const answer = await askOn(trip, url, 'feed')
  if (answer.kind === 'unchanged') return { items: [], given: answer, trouble: null }
  if (answer.kind === 'busy') return { items: [], given: null, trouble: null }
  if (answer.kind !== 'fresh') return lost(url, answer.reason)
  const reading = await readItems(source, answer, trip.app.now())
  if (reading.kind === 'broken') return lost(url, reading.reason)
  return { items: reading.items, given: answer, trouble: null }
}

function lost(url: string, reason: string): Part {
  return { items: [], given: null, trouble: `${url}: ${reason}` }
}
