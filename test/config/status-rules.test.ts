import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rulesPage } from '../../scripts/rules.ts'

/** A table is the same however wide its columns are drawn. */
const plain = (page: string) => page.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ')

test('docs/status-rules.md is what the tables say; `npm run rules` writes it anew', () => {
  expect(plain(readFileSync('docs/status-rules.md', 'utf8'))).toBe(plain(rulesPage()))
})
