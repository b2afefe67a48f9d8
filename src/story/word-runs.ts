const RUN = 3 // words: enough of them survive where one word in five is changed
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const PACKED = 3 // letters of six bits for a word
const FIGURE = 1 << 17 // the bit that tells a word with a digit

/** How far one text holds another, see `coverOf`. */
export type Cover = {
  /** Of the shorter text. */
  words: number
  /** Share of its words that stand in a run which the other has too, wherever. */
  share: number
  /** How many of its words are figures, and the share of those. */
  figures: number
  figureShare: number
}

/**
 * Folded words, with their own hashes, as text of three letters each: equal words are equal, a rare
 * other one too.
 */
export function packWords(words: string[], hashes: number[]): string {
  return words.map((word, i) => packed(word, hashes[i] ?? 0)).join('')
}

function packed(word: string, hash: number): string {
  const bits = isFigure(word) ? hash | FIGURE : hash & ~FIGURE
  return letter(bits) + letter(bits >>> 6) + letter(bits >>> 12)
}

function isFigure(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}

function letter(bits: number): string {
  return LETTERS.charAt(bits & 63)
}

const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, LETTERS.indexOf(String.fromCharCode(code))),
)

function unpacked(text: string): Int32Array {
  const words = new Int32Array(text.length / PACKED)
  for (let i = 0; i < words.length; i++) {
    const at = i * PACKED
    words[i] = valueAt(text, at) | (valueAt(text, at + 1) << 6) | (valueAt(text, at + 2) << 12)
  }
  return words
}

function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? 0
}

/** A hash of each run of words, from the words' own hashes, in their order; 32 bits. */
export function runsIn(words: ArrayLike<number>): Uint32Array {
  const runs = new Uint32Array(Math.max(0, words.length - RUN + 1))
  for (let i = 0; i < runs.length; i++) runs[i] = runHash(words, i)
  return runs
}

function runHash(words: ArrayLike<number>, at: number): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + RUN; i++) {
    hash = Math.imul(hash ^ (words[i] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) // see `hash32`
  }
  return (hash ^ (hash >>> 13)) >>> 0
}

/** How far the longer of two packed texts holds the shorter. */
export function coverOf(one: string, other: string): Cover {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const words = unpacked(short)
  const isCovered = coveredBy(tableOf(runsIn(unpacked(long))), runsIn(words), words.length)
  let [covered, figures, coveredFigures] = [0, 0, 0]
  for (let i = 0; i < words.length; i++) {
    const figure = (words[i] ?? 0) & FIGURE ? 1 : 0
    covered += isCovered[i] ?? 0
    figures += figure
    coveredFigures += figure & (isCovered[i] ?? 0)
  }
  return {
    words: words.length,
    share: covered / Math.max(1, words.length),
    figures,
    figureShare: coveredFigures / Math.max(1, figures),
  }
}

/** A set of runs as a bit for each of 2^18 ends of hashes: of 1,000, four of another text seem in it. */
function tableOf(runs: Uint32Array): Uint32Array {
  const table = new Uint32Array(2 ** 13)
  for (const run of runs)
    table[(run >>> 5) & 0x1fff] = (table[(run >>> 5) & 0x1fff] ?? 0) | (1 << (run & 31))
  return table
}

/** For each of so many words 1 where it stands in a known run, else 0. */
function coveredBy(table: Uint32Array, runs: Uint32Array, words: number): Uint8Array {
  const isCovered = new Uint8Array(words)
  for (const [i, run] of runs.entries())
    if ((table[(run >>> 5) & 0x1fff] ?? 0) & (1 << (run & 31))) isCovered.fill(1, i, i + RUN)
  return isCovered
}
