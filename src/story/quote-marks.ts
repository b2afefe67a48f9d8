import { dialogueIn } from './dialogue.ts'
import { matches } from './found.ts'
import type { Span } from './sentences.ts'

/** Words between marks: the span is of the inside; the marks stand just outside. */
export type Quoted = Span & {
  /** Whether it goes on a quotation that the paragraph before left open. */
  continues: boolean
}

type Open = { close: string; at: number }

/** Opening marks and what may close them. German opens low; some typists close with a straight one. */
const PAIRS: Record<string, string> = {
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '"': '"”',
  "'": "'’",
}

/** Straight single marks that are an apostrophe: 'em, 'til, '23. */
const APOSTROPHE = /^'(?:em|til|cause|n|bout|round|tis|twas|\d)/i

/** Any mark of `PAIRS`, opening or closing. */
const MARK = /["'“”„«»‘’‚‹›]/g

const OPENS_AFTER = /^$|[\s([{—–\-/:¡¿“„«‘’"'•]/
const CLOSES_BEFORE = /^$|[\s)\]},.;:!?—–…\-/”"»“]/

/**
 * What stands between quotation marks in the paragraphs, outermost only, in order. Knows curly,
 * straight, low, angled and single marks, nested ones, and a quotation that goes on over
 * paragraphs, each opened anew and only the last closed.
 */
export function quotedSpans(paragraphs: string[]): Quoted[] {
  const found: Quoted[] = []
  let left: string | null = null
  for (const [paragraph, text] of paragraphs.entries()) {
    const { spans, openMark } = scan(text)
    for (const [i, span] of spans.entries()) {
      const continues = i === 0 && left !== null && text.startsWith(left)
      found.push({ paragraph, ...span, continues })
    }
    left = openMark
  }
  return found
}

const DEEPEST = 3 // a quotation in a quotation in a quotation

type Range = { start: number; end: number }

function scan(printed: string): { spans: Range[]; openMark: string | null } {
  const spoken = dialogueIn(printed)
  if (spoken) return { spans: spoken, openMark: null }
  const text = isInward(printed) ? printed.replace(/[«»]/g, turned) : printed
  const spans: Range[] = []
  const stack: Open[] = []
  for (const { start: at, text: mark } of matches(MARK, text)) {
    const top = stack.at(-1)
    if (top?.close.includes(mark) && closesHere(text, at, mark)) {
      stack.pop()
      if (stack.length === 0) spans.push({ start: top.at + 1, end: at })
    } else if (mark in PAIRS && stack.length < DEEPEST && opensHere(text, at, mark, top)) {
      stack.push({ close: PAIRS[mark] ?? mark, at })
    }
  }
  const outer = stack[0]
  const mark = outer ? text.charAt(outer.at) : null
  // A quotation left open runs to the paragraph's end; a single mark left open was an apostrophe.
  if (outer && mark && '“"„«'.includes(mark)) spans.push({ start: outer.at + 1, end: text.length })
  return { spans, openMark: mark && '“"„«‘'.includes(mark) ? mark : null }
}

/** German print turns its angles inward: »…«. */
function isInward(text: string): boolean {
  const open = text.indexOf('»')
  return open >= 0 && /^»\S[^»]*\S«/u.test(text.slice(open)) && !text.slice(0, open).includes('«')
}

function turned(mark: string): string {
  return mark === '«' ? '»' : '«'
}

function opensHere(text: string, at: number, mark: string, top: Open | undefined): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const isSpaced = mark === '«' // French sets a space within
  if (!OPENS_AFTER.test(before) || (!isSpaced && !/\S/.test(after))) return false
  if (mark === "'") return !APOSTROPHE.test(text.slice(at)) && hasClose(text, at, "'")
  if (mark === '‘') return hasClose(text, at, '’')
  // A second straight mark of the same kind is a nested quotation only after words of the first.
  return !(mark === '"' && top && top.at === at - 1)
}

function closesHere(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (mark === '"' || mark === "'" || mark === '’')
    return /\S/.test(before) && CLOSES_BEFORE.test(after) && !isPlural(text, at, mark)
  return true
}

/** "the studios' plan": an s before it, a word after it and a better close later on. */
function isPlural(text: string, at: number, mark: string): boolean {
  if (
    mark === '"' ||
    !/s/.test(text.charAt(at - 1)) ||
    !/^\s\p{L}/u.test(text.slice(at + 1, at + 3))
  )
    return false
  return /^[^‘]*?[,.!?…][’']/u.test(text.slice(at + 1))
}

/** Whether a single mark is closed at all; within 600 characters, since a scan must stay linear. */
function hasClose(text: string, at: number, mark: string): boolean {
  for (let next = text.indexOf(mark, at + 1); next > 0 && next < at + 600; ) {
    if (closesHere(text, next, mark)) return true
    next = text.indexOf(mark, next + 1)
  }
  return false
}
