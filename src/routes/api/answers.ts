import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { App } from '../../app.ts'
import type { Cursor } from '../../db/public/page.ts'
import { findTotals } from '../../db/public/totals.ts'
import { cursorText } from '../cursor.ts'
import { type Drawn, drawn } from '../drawn.ts'
import { problemSchema } from './schema.status.ts'

const PROBLEM = { 'application/problem+json': { schema: problemSchema } }

/** What a route may answer with, for the document and for the types of a client. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    304: { description: 'What you have is still right.' },
    400: { description: 'The question is wrong.', content: PROBLEM },
  }
}

/** The same where there may be nothing. */
export function answersOrNone<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    ...answers(schema, description),
    404: { description: 'There is none of this name.', content: PROBLEM },
  }
}

/** Nothing is there, as a problem. */
export function none(c: Context, what: string) {
  const body = { status: 404, title: 'Not found', detail: `There is no ${what}.` }
  return c.json(body, 404, { 'content-type': 'application/problem+json' })
}

type BadParameter = { path: PropertyKey[]; message: string }

/** Routes whose bad questions are answered with each parameter that is wrong, and why. */
export function questions() {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      return wrong(c, result.error.issues)
    },
  })
}

/** A question that cannot be answered, as a problem (RFC 9457). */
export function wrong(c: Context, issues: BadParameter[]) {
  const errors = issues.map(({ path, message }) => ({ name: path.join('.'), reason: message }))
  const detail = errors.map(({ name, reason }) => (name ? `${name}: ${reason}` : reason)).join('; ')
  const body = { status: 400, title: 'Bad request', detail, errors }
  return c.json(body, 400, { 'content-type': 'application/problem+json' })
}

/** Of an entry only these members; all of them where none are named. */
export function only<Entry extends object>(entry: Entry, names: string[] | undefined): Entry {
  if (!names) return entry
  const kept = Object.entries(entry).filter(([name]) => names.includes(name))
  // By contract a part of the entry: who asks for some members knows that the others are missing.
  return Object.fromEntries(kept) as Entry
}

/** Where a list goes on: the same question, after another place. */
export function nextOf(asked: string, next: Cursor | null): string | null {
  if (!next) return null
  const url = new URL(asked)
  url.searchParams.set('after', cursorText(next))
  return url.pathname + url.search
}

/** What is read, null where there is nothing; with when anything that is shown last changed. */
export async function dated<Found>(
  c: Context,
  { db }: App,
  reading: Promise<Found>,
): Promise<Found> {
  const [found, totals] = await Promise.all([reading, findTotals(db)])
  if (found !== null) changedAt(c, totals.changedAt)
  return found
}

/** Tells when what is answered last changed, to the second. */
export function changedAt(c: Context, moment: string | null): void {
  if (moment) c.header('last-modified', new Date(moment).toUTCString())
}

/** For how long any cache may keep an answer. */
export const CACHE = 'public, max-age=60, stale-while-revalidate=600'

/** An answer for all, as the API sends it, and when what is in it last changed. */
export async function drawnJson(answer: object, changed: string | null): Promise<Drawn> {
  return await drawn(JSON.stringify(answer), {
    'content-type': 'application/json',
    'cache-control': CACHE,
    ...(changed && { 'last-modified': new Date(changed).toUTCString() }),
  })
}
