import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { listRevisions } from '../../src/db/revisions.ts'
import { articleAt, everything, openShelf } from './shelf.ts'

const WISH = '“I would love to make Glass Harbor 2 one day,” Ines Quarrie told the Lantern.'
const WORK = '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie added.'

test('a later text withdraws what it drops and dates what it adds', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r1.example', text: [WISH] })
  wait(3600)
  await read({ host: 'r1.example', text: [WORK] })
  expect(await said()).toEqual([
    { quote: 'I would love to make Glass Harbor 2 one day', since: null, gone: LATER },
    { quote: 'We are writing the script of Glass Harbor 2 right now', since: LATER, gone: null },
  ])
  const { id } = await articleAt('r1.example')
  expect(await listRevisions(env.DB, id)).toEqual([
    { number: 1, moment: LATER, readAt: LATER, title: null, removed: [WISH], added: [WORK] },
  ])
})

const LATER = '2026-03-02T11:00:00.000Z'

test('a revision counts from when the page says, if that is after our last look', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r2.example', text: [WISH] })
  wait(3600)
  const modified = '2026-03-02T10:30:00.000Z'
  await read({ host: 'r2.example', text: [WISH, WORK], modified })
  expect(await said()).toEqual([
    { quote: 'I would love to make Glass Harbor 2 one day', since: null, gone: null },
    { quote: 'We are writing the script of Glass Harbor 2 right now', since: modified, gone: null },
  ])
})

test('the status goes back when the statement that brought it is withdrawn', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r3.example', text: [WISH, WORK] })
  wait(3600)
  await read({ host: 'r3.example', text: [WISH] })
  const { results } = await env.DB.prepare(
    'SELECT from_at, stage FROM status_changes ORDER BY from_at',
  ).all()
  expect(results).toEqual([
    { from_at: '2026-03-01T08:00:00.000Z', stage: 'development' },
    { from_at: LATER, stage: 'talks' },
  ])
})

test('the same text again changes nothing', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r4.example', text: [WISH, WORK] })
  const before = await everything()
  wait(3600)
  await read({ host: 'r4.example', text: [WISH, WORK.replaceAll('“', '"').replaceAll('”', '"')] })
  expect(await everything()).toEqual(before)
})

test('a page that only shows its beginning takes nothing back', async () => {
  const { read, wait } = await openShelf()
  const more = Array.from({ length: 6 }, (_, i) => `Quarrie met friends of the film in town ${i}.`)
  await read({ host: 'r5.example', text: [WISH, WORK, ...more] })
  const before = await everything()
  wait(3600)
  await read({ host: 'r5.example', text: [] })
  expect(await everything()).toEqual(before)
})

test('the page itself, after the feed’s text, is no revision', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r6.example', text: [WISH], readFrom: 'feed' })
  wait(3600)
  await read({ host: 'r6.example', text: [WISH, WORK] })
  expect((await said()).map(({ since, gone }) => since ?? gone)).toEqual([null, null])
  expect(await listRevisions(env.DB, (await articleAt('r6.example')).id)).toEqual([])
})

test('words that a revision takes from another outlet are not fresh', async () => {
  const { read, wait } = await openShelf()
  await read({ host: 'r7.example', text: ['Nobody spoke of Glass Harbor 2 so far.', WISH] })
  await read({
    host: 's7.example',
    text: [
      'A script of Glass Harbor 2 is what everybody on the coast has been waiting for since then.',
      'It was at a market hall by the sea that the director answered to a question about it.',
      'Fishermen came to listen, and when she had said it they threw their caps into the air.',
      WORK,
    ],
    published: '2026-03-02T09:00:00.000Z',
  })
  wait(3600)
  await read({ host: 'r7.example', text: ['Nobody spoke of Glass Harbor 2 so far.', WISH, WORK] })
  const { id } = await articleAt('s7.example')
  const { results } = await env.DB.prepare(
    `SELECT article_id FROM statements WHERE fresh = 1 AND quote LIKE 'We are writing%'`,
  ).all()
  expect(results).toEqual([{ article_id: id }])
})

test('a statement that comes back counts anew, and its absence stays known', async () => {
  const { read, wait } = await openShelf()
  for (const text of [[WISH, WORK], [WISH], [WISH, WORK]]) {
    await read({ host: 'r8.example', text })
    wait(3600)
  }
  const work = (await said()).filter(({ quote }) => quote.startsWith('We'))
  expect(work).toEqual([
    { quote: work[0]?.quote, since: null, gone: LATER },
    { quote: work[0]?.quote, since: '2026-03-02T12:00:00.000Z', gone: null },
  ])
})

async function said() {
  const { results } = await env.DB.prepare(
    `SELECT quote, since, withdrawn_at AS gone FROM statements
     WHERE quote IS NOT NULL ORDER BY moment, id`,
  ).all<{ quote: string; since: string | null; gone: string | null }>()
  return results
}
