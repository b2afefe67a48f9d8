import type { LogFields } from './app.ts'

/** Writes one event as one line of JSON, where the platform's log keeps it. */
export function log(event: string, fields: LogFields = {}): void {
  console.log(JSON.stringify({ event, ...fields }))
}
