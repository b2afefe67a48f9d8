import { expect, test } from 'vitest'
import { playCrashes } from '../../scripts/crash/play.ts'

const KILLS = 5 // `npm run crash` has fifty
const SUBSCRIBERS = 400

test('five kills under load break no promise', { timeout: 600_000 }, async () => {
  const told: string[] = []
  const findings = await playCrashes({
    kills: KILLS,
    seed: 20_261_121,
    list: SUBSCRIBERS,
    corpus: 'test/corpus/reading/heist',
    tell: (line) => told.push(line),
  })
  const broken = findings.filter(({ breaches }) => breaches.length > 0)
  expect(broken, told.join('\n')).toEqual([])
  expect(findings.filter(({ cases }) => cases === 0)).toEqual([])
  expect(told.filter((line) => line.startsWith('kill'))).toHaveLength(KILLS)
})
