const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day or a month as people write it; `at` is ISO 8601, of which the UTC day counts. */
export function Day({ at }: { at: string }) {
  return <time datetime={at}>{dayInWords(at)}</time>
}

function dayInWords(at: string): string {
  const [year, month, day] = at.slice(0, 10).split('-')
  const name = MONTHS[Number(month) - 1]
  if (!name) return at
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}
