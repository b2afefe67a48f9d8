import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { listCorrections } from '../../src/db/corrections.ts'
import { correctStatement } from '../../src/scrape/correct.ts'
import type { StatementChange } from '../../src/status/corrections.ts'
import { INTERVIEW } from './printed.ts'
import { articleAt, openShelf } from './shelf.ts'

async function openStatement() {
  const { app, read } = await openShelf()
  await read({ host: 'first.example', text: INTERVIEW })
  const { id } = await articleAt('first.example')
  return (change: StatementChange) =>
    correctStatement(app, { statementId: `${id}#0`, change, by: 'editor' })
}

test('a statement is corrected once more from how it is shown', async () => {
  const correct = await openStatement()
  await correct({ stage: 'talks' })
  await correct({ stage: 'greenlit', speaker: 'Ines Quarrie' })
  expect(await listCorrections(env.DB, { limit: 1 })).toMatchObject([
    { before: { statement: { stage: 'talks' } }, after: { change: { stage: 'greenlit' } } },
  ])
})

test('a correction that changes nothing is refused, and so is one of what is struck', async () => {
  const correct = await openStatement()
  const reason = 'It would change nothing.'
  expect(await correct({ stage: 'development' })).toEqual({ kind: 'refused', reason })
  await correct({ isStruck: true })
  expect(await correct({ stage: 'talks' })).toMatchObject({ kind: 'refused' })
})

test('another speaker brings a role along, unless one is given', async () => {
  const correct = await openStatement()
  await correct({ speaker: 'Pat Ember' })
  await correct({ speaker: 'Ines Quarrie' })
  await correct({ speaker: 'Sam Reed', role: 'producer' })
  const made = await listCorrections(env.DB)
  expect(made.map(({ after }) => after)).toMatchObject([
    { change: { speaker: 'Sam Reed', role: 'producer' } },
    { change: { speaker: 'Ines Quarrie', role: 'director' } },
    { change: { speaker: 'Pat Ember', role: 'other' } },
  ])
})
