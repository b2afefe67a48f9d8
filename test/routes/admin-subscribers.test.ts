import { expect, test } from 'vitest'
import { countDay } from '../../src/db/admin/subscribers.ts'
import { unsubscribe } from '../../src/db/subscribers.ts'
import { subscribeAll, suppressAddress } from '../digest/people.ts'
import { dump } from '../digest/tables.ts'
import { watched } from '../digest/watched.ts'
import { adminMail } from './admin-mail.ts'

const ANN = 'ann.reader@example.org'
const BOB = 'bob.reader@example.org'

async function withReaders() {
  const world = await adminMail()
  await subscribeAll(world.app, [ANN, BOB])
  const find = async (address: string) => {
    const answer = await world.api('/subscribers/find', { address })
    return await answer.json<{ id: string | null; suppression: { reason: string } | null }>()
  }
  return { ...world, find }
}

async function suppressFor(db: D1Database, reason: string) {
  await db.prepare('UPDATE suppressions SET reason = ?1').bind(reason).run()
}

test('subscribers are counted by state and choice, and none is named', async () => {
  const { api, app, page } = await withReaders()
  await suppressAddress(app, BOB)
  const { states } = await (await api('/subscribers')).json<{ states: object[] }>()
  expect(states).toEqual([
    { state: 'active', choice: 'weekly', count: 1 },
    { state: 'suppressed', choice: 'weekly', count: 1 },
  ])
  const html = await (await page('/subscribers')).text()
  expect(html).not.toContain('reader@')
})

test('how many there are is kept once a day, and drawn', async () => {
  const { api, app, page, later } = await withReaders()
  for (let day = 0; day < 3; day++) {
    await countDay(app.db, app.now().toISOString())
    await subscribeAll(app, [`more-${day}@example.org`])
    await countDay(app.db, app.now().toISOString())
    later(24)
  }
  const { days } = await (await api('/subscribers')).json<{ days: { weekly: number }[] }>()
  expect(days.map(({ weekly }) => weekly)).toEqual([2, 3, 4])
  const html = await (await page('/subscribers')).text()
  expect(html).toMatch(/<path class="weekly" d="M0,/)
  expect(html).toContain('The same as a table')
})

test('one is found by the whole address, in whatever case, and no log learns it', async () => {
  const { api, app, find, acts, logged, page } = await withReaders()
  const { id } = await find(ANN.toUpperCase())
  const found = await api(`/subscribers/${id}`)
  expect(await found.json()).toMatchObject({ id, state: 'active', choice: 'weekly' })
  expect((await find('ann.reader')).id).toBeUndefined()
  expect((await find('nobody@example.org')).id).toBeNull()
  expect((await acts()).map(({ act, subject }) => ({ act, subject }))).toEqual([
    { act: 'look up subscriber', subject: '' },
    { act: 'look up subscriber', subject: id },
  ])
  const told = [await dump(app.db), logged.join(), await (await page(`/subscribers/${id}`)).text()]
  for (const text of told) expect(text.toLowerCase()).not.toContain('ann.reader')
})

test('an admin ends a subscription once, and it is written down', async () => {
  const { api, find, acts } = await withReaders()
  const { id } = await find(ANN)
  for (const _ of ['first', 'again']) await api(`/subscribers/${id}/unsubscribe`, {})
  expect(await (await api(`/subscribers/${id}`)).json()).toMatchObject({ state: 'gone' })
  const ended = (await acts()).filter(({ act }) => act === 'unsubscribe')
  expect(ended).toMatchObject([
    { subject: id, before: { state: 'active' }, after: { state: 'gone' } },
  ])
})

test('whoever leaves while an admin ends the subscription left by themselves', async () => {
  const { api, app, find, acts } = await withReaders()
  const { id } = await find(ANN)
  const { db } = app
  const batch: D1Database['batch'] = async (statements) => {
    await unsubscribe(db, id ?? '', app.now().toISOString())
    return await db.batch(statements)
  }
  app.db = new Proxy(db, {
    get: (target, name) => (name === 'batch' ? batch : Reflect.get(target, name).bind(target)),
  })
  const answer = await (await api(`/subscribers/${id}/unsubscribe`, {})).json()
  app.db = db
  expect(answer).toEqual({ said: 'There is no subscription to end.', state: 'gone' })
  expect((await acts()).filter(({ act }) => act === 'unsubscribe')).toEqual([])
})

test('an admin erases a subscriber', async () => {
  const { api, find } = await withReaders()
  const { id } = await find(ANN)
  expect((await api(`/subscribers/${id}/erase`, {})).status).toBe(200)
  expect((await api(`/subscribers/${id}`)).status).toBe(404)
  expect(await find(ANN)).toMatchObject({ id: null, suppression: { reason: 'erased' } })
})

test.each(['bounce', 'provider', 'operator'])(
  'a suppression for %s can be lifted',
  async (reason) => {
    const { api, app, find, acts } = await withReaders()
    await suppressAddress(app, ANN)
    await suppressFor(app.db, reason)
    const { id } = await find(ANN)
    expect((await api(`/subscribers/${id}/lift`, {})).status).toBe(200)
    expect((await find(ANN)).suppression).toBeNull()
    const lifted = (await acts()).find(({ act }) => act === 'lift suppression')
    expect(lifted).toMatchObject({ subject: id, before: { reason } })
  },
)

test.each(['complaint', 'erased'])('a suppression for %s stays', async (reason) => {
  const { api, app, find } = await withReaders()
  await suppressAddress(app, ANN)
  await suppressFor(app.db, reason)
  expect((await api('/subscribers/lift', { address: ANN })).status).toBe(409)
  expect((await find(ANN)).suppression).toMatchObject({ reason })
})

test('an erasure is in the log, though the process died right after', async () => {
  const { api, app, find, acts } = await withReaders()
  const { id } = await find(ANN)
  const { db } = app
  app.db = dyingAfterBatch(db)
  expect((await api(`/subscribers/${id}/erase`, {})).status).toBe(500)
  app.db = db
  expect(await find(ANN)).toMatchObject({ id: null })
  expect(await acts()).toContainEqual(
    expect.objectContaining({ act: 'erase subscriber', subject: id, after: { state: 'erased' } }),
  )
})

test('an import is in the log, though the process died right after', async () => {
  const { api, app, find, acts } = await withReaders()
  const consent = {
    form: 'fair',
    text: 'Yes.',
    source: 'paper',
    confirmedAt: '2025-01-01T00:00:00Z',
  }
  const row = { email: 'cem@example.org', ...consent, choice: 'weekly', pausedUntil: null }
  const { db } = app
  app.db = dyingAfterBatch(db)
  const rows = [{ ...row, hasLeft: false }]
  expect((await api('/subscribers/import', { rows })).status).toBe(500)
  app.db = db
  expect((await find('cem@example.org')).id).not.toBeNull()
  expect(await acts()).toContainEqual(
    expect.objectContaining({ act: 'import subscribers', after: { count: 1 } }),
  )
})

/** A database whose process dies as soon as a batch has written something. */
function dyingAfterBatch(db: D1Database): D1Database {
  let isDead = false
  return watched(db, async (act) => {
    if (isDead) throw new Error('the process is killed')
    const result = await act()
    const hasWritten = Array.isArray(result) && result.some(({ meta }) => meta.changes > 0)
    if (!hasWritten) return result
    isDead = true
    throw new Error('the process is killed')
  })
}
