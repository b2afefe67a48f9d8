import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/db/admin/migrations.ts'
import { LIMITS } from '../../src/digest/health.ts'

test('src/db/admin/migrations.ts lists what is in migrations/', () => {
  expect([...MIGRATIONS]).toEqual(readdirSync('migrations').sort())
})

test('docs/health.md tells each limit as the code has it', () => {
  const told = readFileSync('docs/health.md', 'utf8')
  const hours = [...told.matchAll(/\*\*(\d+) hours\*\*/g)].map(
    ([, number]) => Number(number) * 3600,
  )
  expect(hours.sort()).toEqual(Object.values(LIMITS).sort())
})
