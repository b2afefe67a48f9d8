import { comparable, matches } from './robots-match.ts'
import { type Rule, rulesFor } from './robots-rules.ts'

/**
 * Whether a robots.txt allows a crawler an address, by RFC 9309, and the rule that decided, as
 * `Disallow: /path`; null where none did. `agent` is the product token, with or without `/version`.
 * The longest rule that matches wins, and among equals one that allows (2.2.2).
 */
export function robotsVerdict(
  robots: string,
  agent: string,
  url: string,
): { allowed: boolean; rule: string | null } {
  const path = pathOf(url)
  if (path === '/robots.txt') return { allowed: true, rule: null } // 2.2.2: always allowed
  const candidates = rulesFor(robots, agent).map((rule) => ({
    ...rule,
    comparable: comparable(rule.pattern),
  }))
  let best: (typeof candidates)[number] | null = null
  for (const rule of candidates) {
    if (!isStronger(rule, best) || !matches(rule.comparable, path)) continue
    best = rule
  }
  return { allowed: best?.isAllow ?? true, rule: best && written(best) }
}

type Candidate = Rule & { comparable: string }

function isStronger(rule: Candidate, best: Candidate | null): boolean {
  if (!best) return true
  const longer = rule.comparable.length - best.comparable.length
  return longer > 0 || (longer === 0 && rule.isAllow && !best.isAllow)
}

function written({ isAllow, pattern }: Rule): string {
  return `${isAllow ? 'Allow' : 'Disallow'}: ${pattern}`
}

/** Path and query, in the form that patterns are compared with; `*` and `$` are letters in it. */
function pathOf(address: string): string {
  const url = URL.parse(address) ?? URL.parse(address, 'http://robots.invalid/')
  if (!url) return '/'
  const path = `${url.pathname}${url.search}`.replaceAll('*', '%2A').replaceAll('$', '%24')
  return comparable(path)
}
