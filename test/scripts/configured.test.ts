import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let copy = ''

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'configured-'))
  for (const name of ['config', 'src', 'scripts', 'package.json']) {
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

test('a slip in config/topic.ts is told with its place', () => {
  slip('config/topic.ts', "role: 'director'", "role: 'directr'")
  const { status, stderr } = checkSources()
  expect(stderr).toContain('config/topic.ts has to be mended:')
  expect(stderr).toMatch(/people\[\d+\]\.role/)
  expect(status).toBe(2)
})

function slip(file: string, right: string, wrong: string): void {
  const text = readFileSync(join(copy, file), 'utf8')
  expect(text).toContain(right)
  writeFileSync(join(copy, file), text.replace(right, wrong))
}

function checkSources() {
  const words = ['scripts/check-sources.ts', 'no-such-source']
  return spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' })
}
