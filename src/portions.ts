/**
 * Parts a list, in its order, so that no part is longer than so many bytes as JSON, nor has more than
 * `most` entries. An entry that is longer by itself stands alone.
 */
export function portions<Value>(
  values: readonly Value[],
  bytes: number,
  most = Number.POSITIVE_INFINITY,
): Value[][] {
  const parts: Value[][] = []
  let left = 0
  for (const value of values) {
    const size = sizeOf(value)
    const last = parts.at(-1)
    if (last && size <= left && last.length < most) last.push(value)
    else parts.push([value])
    left = (parts.at(-1) === last ? left : bytes) - size
  }
  return parts
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1 // and a comma
}
