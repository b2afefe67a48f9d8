import type { App, LogFields } from './app.ts'

/** What stands before the @ is no slash: addresses of pages may have one, as in `/@name`. */
const MAIL_ADDRESS = /[^\s/"'<>()[\]{},;:=]+@[^\s/"'<>()[\]{},;:@]+/g

const LONGEST = 2_000 // characters of one value

/**
 * Writes one event as one line of JSON, where the platform's log keeps it. No mail address gets
 * through, whoever's words it stands in.
 */
export function log(event: string, fields: LogFields = {}): void {
  const shown = Object.entries(fields).map(([name, value]) => [name, withoutAddress(value)])
  console.log(JSON.stringify({ event, ...Object.fromEntries(shown) }))
}

/** The same app, each of whose events bears these fields too: the ids of a job or a scan. */
export function telling(app: App, ids: LogFields): App {
  return { ...app, log: (event, fields) => app.log(event, { ...ids, ...fields }) }
}

function withoutAddress(value: LogFields[string]): LogFields[string] {
  if (typeof value !== 'string') return value
  const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value // for the pattern's sake
  return text.includes('@') ? text.replace(MAIL_ADDRESS, '<address>') : text
}
