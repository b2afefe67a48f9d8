/** A stretch of text that a pattern found. */
export type Found = { start: number; end: number; text: string }

/** Everywhere that a pattern is found. */
export function* matches(pattern: RegExp, text: string): Generator<Found> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].length, text: match[0] }
}

/** Whether a stretch shares a character with one of others. */
export function overlaps(
  found: { start: number; end: number },
  others: { start: number; end: number }[],
) {
  return others.some((other) => found.start < other.end && other.start < found.end)
}
