import { expect, test } from 'vitest'
import wrangler from '../../wrangler.toml?raw'
import { passed } from './bounds.ts'
import { cronsPassing } from './crons.run.ts'
import { openWorker } from './worker.ts'

const SLOW = { timeout: 400_000 }
const AT = '2026-11-20T08:00:00Z'
const LONG = 'a'.repeat(7_900) // the path of an address as long as one may be
const DEAD = [...wrangler.matchAll(/queue = "(\S+-dead)"\nmax_batch_size = (\d+)/g)]

test('no cron, with all to be done at once, passes a limit of the platform', SLOW, async () => {
  expect(await cronsPassing('paid')).toEqual([])
})

test('a batch of jobs that died, as large as it comes, passes no limit', SLOW, async () => {
  const worker = await openWorker({}, () => undefined, AT)
  for (const [, queue = '', size] of DEAD) {
    const jobs = Array.from({ length: Number(size) }, (_, n) => `https://a.example/${n}/${LONG}`)
    const { use } = await worker.work(
      queue,
      jobs.map((url) => ({ kind: 'page', url })),
    )
    expect(use.statements, queue).toBeGreaterThan(0)
    expect(passed(use, 'free'), queue).toEqual([])
  }
  expect(DEAD).toHaveLength(2)
})
