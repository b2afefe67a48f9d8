import { afterEach, expect, test, vi } from 'vitest'
import { type Life, playLife } from './run.ts'

const RUNS = 2_000
const PARTS = 8
const FIRST_SEED = 20_261_120
/** What each part of the runs must have lived through, else they prove little. */
const TROUBLES = [
  'chunk.called sent',
  'chunk.called unknown',
  'chunk.called wait',
  'chunk.called refused',
  'chunk.called conflict',
  'chunk.anew',
  'chunk.taken',
  'mail.refused',
  'sending.held',
]

afterEach(() => vi.unstubAllGlobals())

test.for(Array.from({ length: PARTS }, (_, part) => part))(
  'whatever breaks on the way, everyone gets the issue exactly once (part %i)',
  async (part) => {
    const happened = new Set<string>()
    for (let run = part; run < RUNS; run += PARTS) {
      const seed = FIRST_SEED + run
      const life = await playLife(seed)
      expect(faultsOf(life), `seed ${seed}`).toEqual([])
      for (const event of life.logged) happened.add(event)
    }
    expect([...happened]).toEqual(expect.arrayContaining(TROUBLES))
  },
)

/** What is wrong with a life: nobody may get an issue twice, nobody who stays may miss it. */
function faultsOf({ people, delivered, isFinished }: Life): string[] {
  const faults = people.flatMap((person) => {
    const count = delivered.get(person.address) ?? 0
    const { isConfirmed, isSuppressed, choice, pausedUntil, hasLeft, address } = person
    const isBarred = !isConfirmed || isSuppressed || choice === 'changes' || pausedUntil !== null
    const isReachable = !isBarred && address.includes('@')
    if (!isReachable) return count === 0 ? [] : [`${address} was barred and got ${count}`]
    if (hasLeft) return count <= 1 ? [] : [`${address} left and got ${count}`]
    return count === 1 ? [] : [`${address} got ${count}`]
  })
  return isFinished ? faults : [...faults, 'the issue never ended']
}
