import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Each rule of the layers, broken once: where the file stands, and what it must not import. */
const BREACHES: readonly [string, string][] = [
  ['src', './db/articles.ts'],
  ['src', './story/fold.ts'],
  ['src', './scrape/scan.ts'],
  ['src', '../config/topic.ts'],
  ['src/story', '../status/reading.ts'],
  ['src/story', '../db/articles.ts'],
  ['src/status', '../db/articles.ts'],
  ['src/status', '../routes/page.tsx'],
  ['src/db', '../scrape/scan.ts'],
  ['src/db', '../digest/digest.ts'],
  ['src/scrape', '../digest/digest.ts'],
  ['src/scrape', '../routes/page.tsx'],
  ['src/scrape/extract', '../../digest/digest.ts'],
  ['src/digest', '../scrape/scan.ts'],
  ['src/digest', '../routes/page.tsx'],
  ['src/routes', '../index.ts'],
  ['src/routes', '../../demo/mailbox/server.ts'],
  ['src/routes', 'cloudflare:workers'],
  ['src/db', 'cloudflare:workers'],
  ['config', '../src/db/articles.ts'],
  ['demo', '../src/stage.ts'],
]

/** Code that the linter must refuse, by the rule that does. */
const FAULTS: readonly [string, string][] = [
  ['noExplicitAny', 'export const thing: any = 1\n'],
  [
    'noFloatingPromises',
    'async function later() {\n  await 1\n}\nexport function now() {\n  later()\n}\n',
  ],
  ['noExcessiveLinesPerFile', `export const list = [\n${'  1,\n'.repeat(210)}]\n`],
  [
    'noExcessiveLinesPerFunction',
    `export function long() {\n${'  console.log(1)\n'.repeat(45)}}\n`,
  ],
  ['noNonNullAssertion', 'export const first = [1][0]!\n'],
]

const ALLOWED: readonly [string, string][] = [
  ['src/routes', '../db/articles.ts'],
  ['src/status', '../story/fold.ts'],
]

/** Each piece of code as a file of its own, by its path; all are linted in one run. */
const FILES: Record<string, string> = Object.fromEntries([
  ...BREACHES.map(([folder, target], nth) => [breach(folder, nth), `import '${target}'\n`]),
  ...ALLOWED.map(([folder, target], nth) => [allowed(folder, nth), `import '${target}'\n`]),
  ...FAULTS.map(([rule, code]) => [fault(rule), code]),
  ['src/layers-breach-one.ts', "import './layers-breach-two.ts'\n"],
  ['src/layers-breach-two.ts', "import './layers-breach-one.ts'\n"],
])

let said = ''

beforeAll(() => {
  for (const [path, code] of Object.entries(FILES)) writeFileSync(path, code)
  const words = ['lint', '--max-diagnostics=none', ...Object.keys(FILES)]
  const { stdout, stderr } = spawnSync('node_modules/.bin/biome', words, { encoding: 'utf8' })
  said = stdout + stderr
})

afterAll(() => {
  for (const path of Object.keys(FILES)) rmSync(path)
})

test.each(BREACHES.map((one, nth) => [...one, nth] as const))(
  'a file of %s that imports %s is refused',
  (folder, _, nth) => {
    expect(rulesFor(breach(folder, nth))).toContain('lint/style/noRestrictedImports')
  },
)

test.each(ALLOWED.map((one, nth) => [...one, nth] as const))(
  'a file of %s may import %s',
  (folder, _, nth) => {
    expect(rulesFor(allowed(folder, nth))).not.toContain('lint/style/noRestrictedImports')
  },
)

test('two files that import each other are refused', () => {
  expect(rulesFor('src/layers-breach-one.ts')).toContain('lint/suspicious/noImportCycles')
})

test.each(FAULTS)('the linter fires %s', (rule) => {
  expect(rulesFor(fault(rule)).join(' ')).toContain(rule)
})

function breach(folder: string, nth: number): string {
  return `${folder}/layers-breach-${nth}.ts`
}

function allowed(folder: string, nth: number): string {
  return `${folder}/layers-allowed-${nth}.ts`
}

function fault(rule: string): string {
  return `src/layers-fault-${rule}.ts`
}

/** The rules that the linter says a file breaks. */
function rulesFor(path: string): string[] {
  const lines = said.split('\n').filter((line) => line.startsWith(`${path}:`))
  return lines.flatMap((line) => /lint\/\S+/.exec(line) ?? [])
}
