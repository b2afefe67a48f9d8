import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hold } from './hold.ts'
import { questionsFor } from './questions.ts'
import { openSite } from './site.ts'

const SEED = 20261121
const RUNS = 25 // questions for each route

test('no question that a route can be asked is our mistake', async () => {
  const world = await openSite()
  expect(world.routes.length).toBeGreaterThan(90)
  for (const route of world.routes) {
    await fc.assert(
      fc.asyncProperty(questionsFor(route), async (question) => {
        await hold(world, question)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  }
})
