import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { accountThen } from '../../../src/db/public/account-then.ts'
import { listHistory } from '../../../src/db/public/history.ts'
import { statusAt } from '../../status/status-at.ts'
import { listEvidence } from '../evidence.ts'
import { NEWS, readNews } from './newsroom.ts'

beforeAll(async () => {
  await readNews(NEWS)
})

test.each([
  '2025-01-01T00:00:00Z',
  '2025-06-01T10:00:00Z',
  '2025-12-31T23:59:59Z',
  '2026-01-05T08:00:00Z',
  '2026-03-02T10:00:00.000Z',
  '2028-01-01T00:00:00Z',
])(
  'the status kept for %s is what the rules derive from all that was published then',
  async (at) => {
    const derived = statusAt(await listEvidence(env.DB), at)
    const { stage, since, confirmed, quietSince, because } = await accountThen(env.DB, at)
    expect({ stage, since, confirmed, quietSince }).toEqual({
      stage: derived.stage,
      since: derived.since,
      confirmed: derived.confirmed,
      quietSince: derived.quietSince,
    })
    expect(because.map(({ id }) => id).toSorted()).toEqual(derived.because.toSorted())
  },
)

test('a day means its end', async () => {
  expect((await accountThen(env.DB, '2026-01-05')).stage).toBe('development')
  expect((await accountThen(env.DB, '2026-01-04')).stage).toBe('talks')
  expect((await accountThen(env.DB, '2025-05-31')).stage).toBeNull()
})

test('each change bears the statements that brought it', async () => {
  const steps = await listHistory(env.DB)
  expect(steps.map(({ stage }) => stage)).toEqual(['talks', 'development'])
  for (const { because } of steps) expect(because.length).toBeGreaterThan(0)
})
