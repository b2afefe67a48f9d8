import { z } from 'zod'
import type { Cursor } from '../db/public/page.ts'

/** A place in a list in time, as it stands in an address: `MOMENT_ID`. */
export function cursorText({ moment, id }: Cursor): string {
  return `${moment}_${id}`
}

/** The place that such a text names; null where it names none. */
export function cursorOf(text: string): Cursor | null {
  const [, moment, id] = /^(\d{4}-[\d:.TZ-]+)_(\P{Cc}+)$/u.exec(text) ?? []
  return moment && id ? { moment, id } : null
}

/** The same of a parameter, which is wrong where it names none. */
export function askedCursor(text: string, context: z.RefinementCtx): Cursor {
  const cursor = cursorOf(text)
  if (cursor) return cursor
  context.addIssue('not a place in this list')
  return z.NEVER
}
