import { expect, test } from 'vitest'
import { cronsPassing } from './crons.run.ts'

const SLOW = { timeout: 400_000 }

test('on the free plan no cron passes its limits, all together', SLOW, async () => {
  expect(await cronsPassing('free')).toEqual([])
})
