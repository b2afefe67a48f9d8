import { expect, test } from 'vitest'
import { exportSubscribers } from '../../src/digest/export.ts'
import { type ImportRow, importSubscribers } from '../../src/digest/import.ts'
import { ask } from './asking.ts'
import { subscribeAll } from './people.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from './world.ts'

const ROW: ImportRow = {
  email: 'Ann@Example.org',
  confirmedAt: '2025-01-01T01:00:00+01:00',
  form: 'old site',
  text: 'Yes, mail me.',
  source: 'list of 2025',
  choice: 'news',
  pausedUntil: null,
  hasLeft: false,
}

test('whoever is imported gets issues, and the proof of consent is kept', async () => {
  const { app, box, jobs, clock } = await mailWorld()
  expect(await importSubscribers(app, [{ ...ROW, choice: 'weekly' }])).toEqual(['added'])
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.delivered.map(({ to }) => to)).toEqual(['Ann@example.org'])
  const proof = await app.db
    .prepare('SELECT form, text_version, source, used_at FROM confirmations')
    .first()
  expect(proof).toEqual({
    form: 'old site',
    text_version: 'Yes, mail me.',
    source: 'list of 2025',
    used_at: '2025-01-01T00:00:00.000Z',
  })
})

test('an import changes nobody who is known, least of all who has left', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, ['ann@example.org'])
  await world.app.db.prepare('UPDATE subscribers SET unsubscribed_at = created_at').run()
  await ask(world, { address: 'waiting@example.org' })
  const before = await world.app.db.prepare('SELECT * FROM subscribers').all()
  const rows = [ROW, { ...ROW, email: 'WAITING@example.org' }]
  expect(await importSubscribers(world.app, rows)).toEqual(['known', 'known'])
  const after = await world.app.db.prepare('SELECT * FROM subscribers').all()
  expect(after.results).toEqual(before.results)
})

test('a list imported twice, or with an address in it twice, adds each person once', async () => {
  const { app } = await mailWorld()
  const twice = [ROW, { ...ROW, email: 'ann@example.org' }]
  expect(await importSubscribers(app, twice)).toEqual(['added', 'known'])
  expect(await importSubscribers(app, twice)).toEqual(['known', 'known'])
})

test('no address, no consent yet, or a mark of having left: not added, and said', async () => {
  const { app } = await mailWorld()
  const outcomes = await importSubscribers(app, [
    { ...ROW, email: 'ann' },
    { ...ROW, confirmedAt: '2099-01-01T00:00:00Z' },
    { ...ROW, hasLeft: true },
  ])
  expect(outcomes).toEqual(['bad address', 'not yet confirmed', 'has left'])
  expect(await app.db.prepare('SELECT count(*) AS n FROM subscribers').first('n')).toBe(0)
})

test('an export gives the addresses back page by page, with the proof, without the unconfirmed', async () => {
  const world = await mailWorld()
  const rows = ['a', 'b', 'c'].map((name) => ({ ...ROW, email: `${name}@example.org` }))
  await importSubscribers(world.app, rows)
  await ask(world, { address: 'waiting@example.org' })
  const first = await exportSubscribers(world.app, { after: '', limit: 2 })
  const rest = await exportSubscribers(world.app, { after: first.next ?? '', limit: 2 })
  const all = [...first.subscribers, ...rest.subscribers]
  expect(rest.next).toBeNull()
  expect(all.map(({ email }) => email).sort()).toEqual(rows.map(({ email }) => email))
  expect(all[0]).toMatchObject({
    confirmedAt: '2025-01-01T00:00:00.000Z',
    choice: 'news',
    form: 'old site',
    text: 'Yes, mail me.',
    source: 'list of 2025',
    suppressed: null,
  })
})
