import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { accountThen } from '../../../src/db/public/account-then.ts'
import { type Printed, readNews } from './newsroom.ts'

const LATER = '2028-01-01T00:00:00.000Z'

test('the last word is the latest quoted or dated one, and its silence counts from it', async () => {
  await readNews([
    printed('quoted', '2026-01-05', '“We are writing Glass Harbor 2,” director Ines Quarrie said.'),
    printed('handed-on', '2026-02-01', 'Ines Quarrie wants to make Glass Harbor 2, she has said.'),
  ])
  const told = await accountThen(env.DB, LATER)
  expect(told.lastWord).toMatchObject({
    speaker: 'Ines Quarrie',
    quote: 'We are writing Glass Harbor 2',
  })
  expect(told.quietSince).toBe('2026-01-05T08:00:00.000Z')
  expect(told.daysWithoutNews).toBe(726)
  expect(told.explanation.at(-1)?.words).toMatch(/^Quiet since 5 January 2026: /)
})

test('what the studio says by nobody named is a last word too', async () => {
  await readNews([
    printed(
      'studio',
      '2026-03-01',
      '“Glass Harbor 2 is not on our slate,” a spokesperson for Lantern Pictures said.',
    ),
  ])
  const { lastWord } = await accountThen(env.DB, LATER)
  expect(lastWord).toMatchObject({
    role: 'studio',
    speaker: null,
    quote: 'Glass Harbor 2 is not on our slate',
  })
})

function printed(slug: string, day: string, sentence: string): Printed {
  return {
    outlet: 'lantern.example',
    slug,
    title: 'Glass Harbor 2: what is new',
    text: [sentence],
    published: `${day}T08:00:00.000Z`,
  }
}
