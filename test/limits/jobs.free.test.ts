import { expect, test } from 'vitest'
import { jobsPassing } from './jobs.run.ts'

const SLOW = { timeout: 400_000 }

test(
  'on the free plan no job passes its limits, all that leaves the Worker together',
  SLOW,
  async () => {
    expect(await jobsPassing('free')).toEqual([])
  },
)
