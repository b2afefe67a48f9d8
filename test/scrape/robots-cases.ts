import text from './robots-cases.txt?raw'

/** One thing that RFC 9309 says, with a robots.txt, who asks for what, and what must come out. */
export type RobotsCase = {
  name: string
  robots: string
  agent: string
  path: string
  allowed: boolean
  rule: string | null
}

/** The cases of robots-cases.txt; in it `\r`, `\n`, `\t` and `\uFEFF` stand for these letters. */
export const ROBOTS_CASES: RobotsCase[] = text
  .split(/^== /m)
  .slice(1)
  .map((block) => {
    const [name = '', question = '', ...lines] = block.trimEnd().split('\n')
    const [, agent = '', path = '', verdict, rule = null] =
      /^(\S+) (\S+) (allowed|forbidden)(?: by (.+))?$/.exec(question) ?? []
    if (!verdict) throw new Error(`no question: ${question}`)
    const robots = unescaped(lines.join('\n'))
    return { name, robots, agent, path, allowed: verdict === 'allowed', rule: rule ?? null }
  })

function unescaped(text: string): string {
  return text
    .replaceAll('\\r', '\r')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\uFEFF', '\uFEFF')
}
