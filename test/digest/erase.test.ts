import { expect, test } from 'vitest'
import { confirm } from '../../src/digest/confirm.ts'
import { erase, finishErasures } from '../../src/digest/erase.ts'
import { importSubscribers } from '../../src/digest/import.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { fingerprint, openVault } from '../../src/seal.ts'
import { ANN, ask, tokenIn, WISH } from './asking.ts'
import { readers, subscribeAll, suppressAddress } from './people.ts'
import { dump } from './tables.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from './world.ts'

const IMPORTED = {
  email: ANN,
  confirmedAt: '2025-01-01T00:00:00Z',
  form: 'old site',
  text: 'Yes, mail me.',
  source: 'list of 2025',
  choice: 'weekly',
  pausedUntil: null,
  hasLeft: false,
} as const

test('after erasing no byte of the address is in any table, whatever happened before', async () => {
  const world = await mailWorld()
  const { app, box, clock } = world
  const address = 'Xenia.Quwe+Zyklop@wjgd.example'
  await ask(world, { address })
  await confirm(app, tokenIn(box.delivered[0]))
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, world.jobs)
  expect(box.delivered.map(({ to }) => to)).toEqual([address, address])
  await subscribe(app, { ...WISH, address }) // one more wish, not worked on yet
  const { id, sealed } = await subscriber(app.db)
  const hash = await fingerprint(await openVault(app.config.secretKey), address.toLowerCase())
  const wish = await app.db.prepare('SELECT address_sealed FROM subscribe_requests').first<string>()
  const kept = ['xenia', 'quwe', 'zyklop', 'wjgd', sealed, String(Object.values(wish ?? {}))]
  const found = (text: string) =>
    kept.filter((each) => text.toLowerCase().includes(each.toLowerCase()))
  expect(found(await dump(app.db))).toEqual(kept.slice(4))

  expect(await erase(app, id)).toBe('erased')
  const after = await dump(app.db)
  expect(found(after)).toEqual([])
  for (const table of ['subscribers', 'confirmations', 'subscribe_requests']) {
    expect(after.includes(`["${table}",[]]`), table).toBe(true)
  }
  expect(after.split(hash)).toHaveLength(2)
  expect(after.includes(`{"address_hash":"${hash}","reason":"erased"`)).toBe(true)
})

test('whoever was erased is not imported again, but may come back by a wish of their own', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, [ANN])
  await erase(world.app, (await subscriber(world.app.db)).id)
  expect(await importSubscribers(world.app, [IMPORTED])).toEqual(['suppressed'])
  await ask(world)
  expect(await confirm(world.app, tokenIn(world.box.delivered[0]))).toBe('confirmed')
})

test('a suppression outlives erasing: no mail, no import, and it stays what it was', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, [ANN])
  await suppressAddress(world.app, ANN)
  await erase(world.app, (await subscriber(world.app.db)).id)
  await ask(world)
  expect(world.box.calls).toEqual([])
  expect(await importSubscribers(world.app, [IMPORTED])).toEqual(['suppressed'])
  expect(await world.app.db.prepare('SELECT reason FROM suppressions').first('reason')).toBe(
    'bounce',
  )
})

test('whoever is in a call in doubt is erased once it is known, and the others get one mail', async () => {
  const world = await mailWorld()
  const { app, box, jobs, clock, later } = world
  await subscribeAll(app, [ANN, ...readers(2)])
  clock.now = ISSUE_HOUR
  await compose(app)
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  const waiting = await drain(app, jobs)
  const ann = await subscriberOf(world, ANN)
  expect(await erase(app, ann)).toBe('soon')
  expect(await finishErasures(app)).toBe(0)
  const row = await app.db
    .prepare('SELECT unsubscribed_at FROM subscribers WHERE id = ?1')
    .bind(ann)
    .first()
  expect(row).toEqual({ unsubscribed_at: ISSUE_HOUR.toISOString() })

  box.trouble = () => undefined
  later(1)
  await drain(app, waiting)
  expect(box.calls[1]).toEqual(box.calls[0])
  expect(box.delivered).toHaveLength(3)
  expect(await finishErasures(app)).toBe(1)
  expect(await app.db.prepare('SELECT count(*) AS n FROM subscribers').first('n')).toBe(2)
})

test('a doubt that nobody ends holds up an erasure for a day, not longer', async () => {
  const world = await mailWorld()
  const { app, box, jobs, clock, later } = world
  await subscribeAll(app, [ANN])
  clock.now = ISSUE_HOUR
  await compose(app)
  box.trouble = () => ({ isTaken: false, result: { kind: 'unknown', reason: 'time-out' } })
  await drain(app, jobs)
  expect(await erase(app, (await subscriber(app.db)).id)).toBe('soon')
  later(23.9)
  expect(await finishErasures(app)).toBe(0)
  later(0.2)
  expect(await finishErasures(app)).toBe(1)
})

test('erasing twice, or somebody unknown, does no harm', async () => {
  const { app } = await mailWorld()
  await subscribeAll(app, [ANN])
  const { id } = await subscriber(app.db)
  expect(await erase(app, id)).toBe('erased')
  expect(await erase(app, id)).toBe('unknown')
})

async function subscriber(db: D1Database): Promise<{ id: string; sealed: string }> {
  const row = await db
    .prepare('SELECT id, address_sealed AS sealed FROM subscribers')
    .first<{ id: string; sealed: string }>()
  if (!row) throw new Error('nobody is subscribed')
  return row
}

async function subscriberOf({ app }: { app: Parameters<typeof subscribe>[0] }, address: string) {
  const vault = await openVault(app.config.secretKey)
  const hash = await fingerprint(vault, address.toLowerCase())
  const id = await app.db
    .prepare('SELECT id FROM subscribers WHERE address_hash = ?1')
    .bind(hash)
    .first<string>('id')
  return id ?? ''
}
