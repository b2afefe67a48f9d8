import { plainDate } from '../day.ts'

/** A day or a month as people write it; `at` is ISO 8601, of which the UTC day counts. */
export function Day({ at }: { at: string }) {
  return <time datetime={at}>{plainDate(at)}</time>
}
