/** A stretch of text that a pattern found. */
export type Found = { start: number; end: number; text: string }

/** Everywhere that a pattern is found. */
export function matches(pattern: RegExp, text: string): Found[] {
  const found: Found[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0] })
  return found
}

/** Everywhere that a pattern is found, with its groups: `matchAll` makes a pattern anew each time. */
export function groupsOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}

/** Whether a stretch shares a character with one of others. */
export function overlaps(
  found: { start: number; end: number },
  others: { start: number; end: number }[],
) {
  return others.some((other) => found.start < other.end && other.start < found.end)
}
