import { expect, test } from 'vitest'
import { BOUNDS } from './bounds.ts'
import { jobsPassing } from './jobs.run.ts'
import { largestRow } from './rows.ts'

const SLOW = { timeout: 400_000 }

test('no job of any kind, however large, passes a limit of the platform', SLOW, async () => {
  expect(await jobsPassing('paid')).toEqual([])
  const { name, bytes } = await largestRow()
  expect(bytes, name).toBeLessThan(BOUNDS.value)
})
