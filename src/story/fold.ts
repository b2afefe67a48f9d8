/** Words of a text as they count for comparing: without case, marks, width and accents. */
export function foldedWords(text: string): string[] {
  const plain = text.replace(/[’‘'`]/g, '').replace(/[“”–—…]/g, ' ')
  // Most texts are plain by now: their words are found several times as fast.
  return OTHER_LETTERS.test(plain)
    ? unaccented(plain)
    : (plain.toLowerCase().match(/[a-z0-9]+/g) ?? [])
}

const OTHER_LETTERS = /[\u0080-\uffff]/

function unaccented(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return plain.replace(/[’‘'`´]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** FNV-1a, 32 bit: stable between runs and machines, for keys that are stored. */
export function hash32(text: string): number {
  return mixed(fnv(text))
}

/** Two hashes of a text, of 30 and 32 bits: with them its keys are ordered. */
export type LongHash = { high: number; low: number }

/** A stored key of a text: 13 characters from two hashes of it. */
export function hashKey(text: string): string {
  return keyOf(longHash(text))
}

export function longHash(text: string): LongHash {
  const hash = fnv(text)
  return { high: mixed(fnv('#', hash)) & 0x3fffffff, low: mixed(hash) }
}

export function keyOf({ high, low }: LongHash): string {
  return high.toString(36).padStart(6, '0') + low.toString(36).padStart(7, '0')
}

/** Orders hashes as their keys are. */
export function byKey(a: LongHash, b: LongHash): number {
  return a.high - b.high || a.low - b.low
}

function fnv(text: string, start = 0x811c9dc5): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** A last mix, because FNV's high bits are weak for short texts and look-ups take the smallest. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 0
}
