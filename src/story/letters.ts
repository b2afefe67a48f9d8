import type { Found } from './found.ts'

/** Kinds of characters, as bits, so that several may be asked for at once. */
export const LETTER = 1
export const CAPITAL = 2 // a capital is a letter too
export const DIGIT = 4

const KNOWN = 128
const kinds = new Uint8Array(0x10000)

/** The kinds of the character at a place; 0 for others, beyond the end and outside the basic plane. */
export function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return 0
  const code = text.charCodeAt(at)
  return (kinds[code] || learn(code)) & ~KNOWN
}

function learn(code: number): number {
  const character = String.fromCharCode(code)
  const letter = /\p{L}/u.test(character) ? LETTER : 0
  const capital = /\p{Lu}/u.test(character) ? CAPITAL : 0
  const kind = KNOWN | letter | capital | (/\p{N}/u.test(character) ? DIGIT : 0)
  kinds[code] = kind
  return kind
}

/** Where a run of such characters ends that begins at a place, if it does. */
export function runEnd(text: string, at: number, kind: number): number {
  let end = at
  while ((kindAt(text, end) & kind) !== 0) end++
  return end
}

/**
 * Letters and digits of plain text: Latin, Greek, Cyrillic and Eastern scripts, as so few ranges that
 * with three marks beside them a class still has at most 15, which the engine compares in place.
 */
const RANGES: Record<string, string> = {
  L: 'A-Za-zÀ-ÖØ-öø-ʯͰ-\\u1fffⰀ-\\u2dffぁ-ㄯ㐀-\\ud7ff豈-\\ufdff',
  Lu: 'A-ZÀ-ÖØ-ÞĐŁŒΑ-ΩЀ-Я',
  Ll: 'a-zß-öø-ÿđıłœα-ωа-џ',
  N: '0-9',
}

/**
 * The pattern, for plain text only, several times as fast: through the hundreds of ranges that
 * `\p{L}` stands for, the engine calls a function at each character.
 */
export function plainly(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/\[(?:\\.|[^\]\\])*\]|\\p\{\w+\}/g, (part) =>
    part.startsWith('[') ? inRanges(part) : `[${inRanges(part)}]`,
  )
  return new RegExp(source, pattern.flags)
}

function inRanges(part: string): string {
  return part.replace(/\\p\{(\w+)\}/g, (kind, name) => RANGES[name] ?? kind)
}

/** Where words with a capital stand, hyphens within: what may be a name. */
export function capitalsIn(text: string): Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if ((kind & (LETTER | DIGIT)) === 0) continue
    let end = runEnd(text, at, LETTER | DIGIT)
    if ((kind & CAPITAL) !== 0) {
      end = runEnd(text, at, LETTER)
      while (text.charAt(end) === '-') end = runEnd(text, end + 1, LETTER)
      found.push({ start: at, end, text: text.slice(at, end) })
    }
    at = end
  }
  return found
}

/**
 * Finds known words in texts of lower case: whole runs of characters of a kind; `hyphens` joins those
 * with a hyphen between. Nearly all others are told by their first and last letter and their length
 * and are not even cut out.
 */
export function finderOf(
  known: Iterable<string>,
  kind: number,
  hyphens = false,
): (text: string) => Found[] {
  const words = new Set(known)
  const shapes = new Uint8Array(SHAPES)
  for (const word of words) shapes[shapeOf(word, 0, word.length)] = 1
  return (text) => {
    const found: Found[] = []
    for (let at = 0; at < text.length; at++) {
      if ((kindAt(text, at) & kind) === 0) continue
      const start = at
      at = runEnd(text, at, kind)
      while (hyphens && text.charAt(at) === '-' && (kindAt(text, at + 1) & kind) !== 0)
        at = runEnd(text, at + 1, kind)
      if (shapes[shapeOf(text, start, at)] === 0) continue
      const word = text.slice(start, at)
      if (words.has(word)) found.push({ start, end: at, text: word })
    }
    return found
  }
}

const SHAPES = 2 ** 15

function shapeOf(text: string, start: number, end: number): number {
  const [first, last] = [text.charCodeAt(start), text.charCodeAt(end - 1)]
  return ((first & 31) << 10) | ((last & 31) << 5) | ((end - start) & 31)
}
