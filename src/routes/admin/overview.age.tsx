const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** How long ago, in the largest unit of which it is two or more. */
export function Age({ seconds }: { seconds: number }) {
  const [name, size] = UNITS.find(([, size]) => seconds >= 2 * size) ?? ['second', 1]
  const count = Math.floor(seconds / size)
  return <>{`${count} ${name}${count === 1 ? '' : 's'} ago`}</>
}
