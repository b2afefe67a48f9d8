import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ROW = /^\| [^|]+ \| `([^`]+)` *\| `([^`]+)`: ([^|]+?) *\|$/

test('each threat in docs/security.md is stopped by a file, and held by a test, that exist', () => {
  const lines = readFileSync('docs/security.md', 'utf8').split('\n')
  const rows = lines.filter((line) => line.startsWith('|')).slice(2)
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) {
    const [, file = '', holder = '', title = ''] = ROW.exec(row) ?? []
    expect(existsSync(file), `${row}: ${file}`).toBe(true)
    const tests = readFileSync(holder, 'utf8').replace(/\(\s+'/g, "('")
    expect(
      [`test('${title}'`, `inBrowser('${title}'`].some((one) => tests.includes(one)),
      row,
    ).toBe(true)
  }
})
