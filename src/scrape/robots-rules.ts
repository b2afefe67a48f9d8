/** A line of a robots.txt that says what may be asked for. */
export type Rule = { isAllow: boolean; pattern: string }

/** RFC 9309, 2.5: at least 500 KiB are parsed. What comes after is not read. */
export const ROBOTS_LIMIT = 500 * 1024 // characters, each at least a byte

type Record = { kind: 'agent' | 'allow' | 'disallow'; value: string }

/** Names of records; with the misspellings that Google's parser, the RFC's reference, accepts. */
const NAMES: { [name: string]: Record['kind'] } = {
  allow: 'allow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  disallow: 'disallow',
  disalow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  'user agent': 'agent',
  'user-agent': 'agent',
  useragent: 'agent',
}

/**
 * The rules that a robots.txt (RFC 9309, 2.2) has for a crawler: those of all groups that name its
 * product token, else those of all groups for `*`, else none.
 */
export function rulesFor(robots: string, agent: string): Rule[] {
  const token = agent.split('/', 1)[0]?.trim().toLowerCase() ?? ''
  const own: Rule[] = []
  const others: Rule[] = []
  let isNamed = false
  let named = { own: false, others: false }
  let isHeading = false // only agents so far; records of other kinds do not end a group's heading
  for (const { kind, value } of recordsOf(robots)) {
    if (kind === 'agent') {
      if (!isHeading) named = { own: false, others: false }
      isHeading = true
      if (/^\*(\s|$)/.test(value)) named.others = true
      else if (nameIn(value, token) === token) named.own = isNamed = true
      continue
    }
    isHeading = false
    if (!value) continue // "Disallow:" with nothing behind it forbids nothing
    const rule = { isAllow: kind === 'allow', pattern: value }
    if (named.own) own.push(rule)
    if (named.others) others.push(rule)
  }
  return isNamed ? own : others
}

function* recordsOf(robots: string): Generator<Record> {
  for (const line of readable(robots).split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] =
      /^([^:]*?)\s*:\s*(.*)$/.exec(bare(line)) ?? /^(\S+)\s+(\S+)$/.exec(bare(line)) ?? []
    const key = name.toLowerCase()
    const kind = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined
    if (kind) yield { kind, value }
  }
}

/** Without byte order mark; of a text that is too long its whole lines within the limit. */
function readable(robots: string): string {
  const text = robots.replace(/^\uFEFF/, '')
  if (text.length <= ROBOTS_LIMIT) return text
  const cut = text.slice(0, ROBOTS_LIMIT)
  return cut.slice(0, Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r')) + 1)
}

function bare(line: string): string {
  return (line.split('#', 1)[0] ?? '').trim()
}

/**
 * The product token at the head of a User-agent line: letters, `_` and `-` (2.2.1); digits only
 * where our own token has some, so that it can be named at all.
 */
function nameIn(value: string, token: string): string {
  const form = /\d/.test(token) ? /^[a-z0-9_-]+/i : /^[a-z_-]+/i
  return form.exec(value)?.[0].toLowerCase() ?? ''
}
