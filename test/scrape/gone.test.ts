import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { comeBack, takeOver } from '../../src/scrape/gone.ts'
import { INTERVIEW, REPEAT } from './printed.ts'
import { articleAt, everything, openShelf } from './shelf.ts'

const TEXT = [
  ...INTERVIEW,
  'She said that the crew would come back from every corner of the coast when they are called.',
  'Nothing else has been told to anybody, and the harbor of the film is a car park by this day.',
]

/** An original, two copies, and a report with the same words between them. */
async function openFamily() {
  const shelf = await openShelf()
  await shelf.read(
    { host: 'first.example', text: TEXT, published: '2026-02-01T08:00:00.000Z' },
    { host: 'other.example', text: REPEAT, published: '2026-02-01T12:00:00.000Z' },
    { host: 'copy.example', text: TEXT, published: '2026-02-02T08:00:00.000Z' },
    { host: 'later.example', text: TEXT, published: '2026-02-03T08:00:00.000Z' },
  )
  return shelf
}

test('where an original is gone, its oldest copy takes its place', async () => {
  const { app, finish } = await openFamily()
  const first = await articleAt('first.example')
  await takeOver(app, first.id, 'HTTP 410')
  await finish()
  const copy = await articleAt('copy.example')
  expect(copy).toMatchObject({ duplicateOf: null, storyId: copy.id, moment: first.moment })
  for (const host of ['first.example', 'later.example']) {
    expect(await articleAt(host)).toMatchObject({ duplicateOf: copy.id, storyId: copy.id })
  }
  expect(await articleAt('other.example')).toMatchObject({ storyId: copy.id, join: 'quotation' })
  expect(await firstAppearances()).toEqual([{ article_id: copy.id, moment: first.moment }])
  expect(await status()).toEqual([{ from_at: first.moment, because: `["${copy.id}#0"]` }])
  expect((await articleAt('first.example')).goneAt).toBe(app.now().toISOString())
})

test('where it comes back, all is as before', async () => {
  const { app, finish } = await openFamily()
  const before = await everything()
  const { id } = await articleAt('first.example')
  await takeOver(app, id, 'HTTP 404')
  await finish()
  expect(await everything()).not.toEqual(before)
  await comeBack(app, id)
  await finish()
  expect(await everything()).toEqual(before)
})

test('where the copy is gone too, the next one stands, and at the end the original', async () => {
  const { app, finish } = await openFamily()
  const [first, copy, later] = [
    await articleAt('first.example'),
    await articleAt('copy.example'),
    await articleAt('later.example'),
  ]
  for (const { id } of [first, copy]) {
    await takeOver(app, id, 'HTTP 410')
    await finish()
  }
  expect(await articleAt('later.example')).toMatchObject({
    duplicateOf: null,
    moment: first.moment,
  })
  expect(await articleAt('copy.example')).toMatchObject({
    duplicateOf: later.id,
    moment: copy.moment,
  })
  await takeOver(app, later.id, 'HTTP 410')
  await finish()
  expect(await articleAt('first.example')).toMatchObject({ duplicateOf: null, heirId: null })
  expect(await articleAt('later.example')).toMatchObject({ duplicateOf: first.id })
})

test('an article without a copy stays where it is, and is known to be gone', async () => {
  const { app, read } = await openShelf()
  await read({ host: 'alone.example', text: TEXT })
  const before = await articleAt('alone.example')
  await takeOver(app, before.id, 'HTTP 404')
  expect({ ...(await articleAt('alone.example')), goneAt: null }).toEqual(before)
})

test('a copy that is read after its original is gone takes its place', async () => {
  const { app, read, finish } = await openShelf()
  await read({ host: 'early.example', text: TEXT, published: '2026-02-01T08:00:00.000Z' })
  const early = await articleAt('early.example')
  await takeOver(app, early.id, 'HTTP 404')
  await finish()
  await read({ host: 'late.example', text: TEXT, published: '2026-02-02T08:00:00.000Z' })
  expect(await articleAt('late.example')).toMatchObject({ duplicateOf: null })
  expect(await articleAt('early.example')).toMatchObject({
    duplicateOf: (await articleAt('late.example')).id,
  })
})

async function firstAppearances() {
  const { results } = await env.DB.prepare('SELECT article_id, moment FROM quotations').all()
  return results
}

async function status() {
  const { results } = await env.DB.prepare('SELECT from_at, because FROM status_changes').all()
  return results
}
