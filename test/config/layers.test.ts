import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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

test.each(BREACHES)('a file of %s that imports %s is refused', (folder, target) => {
  expect(lint(folder, `import '${target}'\n`)).toContain('lint/style/noRestrictedImports')
})

test('what goes down the layers is allowed', () => {
  expect(lint('src/routes', "import '../db/articles.ts'\n")).not.toContain('noRestrictedImports')
  expect(lint('src/status', "import '../story/fold.ts'\n")).not.toContain('noRestrictedImports')
})

test('two files that import each other are refused', () => {
  const found = lint('src', "import './layers-breach-two.ts'\n", {
    'src/layers-breach-two.ts': "import './layers-breach.ts'\n",
  })
  expect(found).toContain('lint/suspicious/noImportCycles')
})

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

test.each(FAULTS)('the linter fires %s', (rule, code) => {
  expect(lint('src', code)).toContain(rule)
})

/** What Biome says of a file with this code at this place; the file is gone afterwards. */
function lint(folder: string, code: string, others: Record<string, string> = {}): string {
  const files = { [`${folder}/layers-breach.ts`]: code, ...others }
  for (const [path, text] of Object.entries(files)) writeFileSync(path, text)
  try {
    const { stdout, stderr } = spawnSync(
      'node_modules/.bin/biome',
      ['lint', ...Object.keys(files)],
      {
        encoding: 'utf8',
      },
    )
    return stdout + stderr
  } finally {
    for (const path of Object.keys(files)) rmSync(path)
  }
}
