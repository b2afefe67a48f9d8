import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let copy = ''

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'configured-'))
  for (const name of ['config', 'src', 'scripts', 'demo', 'package.json']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
})

afterEach(() => rmSync(copy, { recursive: true }))

test('a slip in config/sources.ts is told with the source and its field', () => {
  slip('config/sources.ts', "url: 'https", "ulr: 'https")
  const { status, stderr } = checkSources()
  expect(stderr).toMatch(/^config\/sources\.ts has to be mended:\n {2}source \S+: url: /)
  expect(stderr).toContain('"ulr"')
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(status).toBe(2)
})

test.for([
  ['check:sources', 'scripts/check-sources.ts', 'no-such-source'],
  ['doctor', 'scripts/doctor.ts', '--wrangler', '/nowhere'],
  ['read', 'scripts/read.ts'],
  ['digest', 'scripts/digest.ts', '--week', '2023-W40', '--out', 'nowhere'],
  ['replay', 'scripts/replay.ts', '--out', 'nowhere'],
  ['pictures', 'scripts/pictures.ts', '--browser', '/nowhere'],
])(
  'a slip in config/topic.ts is told with its place by %s',
  { timeout: 120_000 },
  ([, ...words]) => {
    slip('config/topic.ts', "role: 'director'", "role: 'directr'")
    const { status, stderr } = run(words)
    expect(stderr).toContain('config/topic.ts has to be mended:')
    expect(stderr).toMatch(/people\[\d+\]\.role/)
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m)
    expect(status).toBe(2)
  },
)

function slip(file: string, right: string, wrong: string): void {
  const text = readFileSync(join(copy, file), 'utf8')
  expect(text).toContain(right)
  writeFileSync(join(copy, file), text.replace(right, wrong))
}

function checkSources() {
  return run(['scripts/check-sources.ts', 'no-such-source'])
}

function run(words: string[]) {
  return spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' })
}
