import { expect, test } from 'vitest'
import { confirm } from '../../src/digest/confirm.ts'
import { keepHouse } from '../../src/digest/house.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { ANN, ask, tokenIn, WISH } from './asking.ts'
import { mailWorld } from './world.ts'

test('an address that nobody confirms is forgotten seven days after it was last asked for', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world, { address: 'bob@example.org' })
  world.later(6 * 24)
  await ask(world)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'subscribers')).toBe(2)
  world.later(24)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'subscribers')).toBe(1)
  world.later(6 * 24)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'subscribers')).toBe(0)
  expect(await count(world.app.db, 'confirmations')).toBe(0)
})

test('whoever confirmed stays with the proof, and links that were never used go', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world)
  await confirm(world.app, tokenIn(world.box.delivered[0]))
  world.later(30 * 24)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'subscribers')).toBe(1)
  expect(await count(world.app.db, 'confirmations')).toBe(1)
})

test('counts of networks are gone an hour after, requests of two days are given up', async () => {
  const world = await mailWorld()
  await subscribe(world.app, { ...WISH, address: ANN, network: '192.0.2.0/24' })
  expect(await count(world.app.db, 'limits')).toBe(2)
  world.later(1)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'limits')).toBe(0)
  expect(await count(world.app.db, 'subscribe_requests')).toBe(1)
  world.later(48)
  await keepHouse(world.app)
  expect(await count(world.app.db, 'subscribe_requests')).toBe(0)
})

async function count(db: D1Database, table: string): Promise<number | null> {
  return await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')
}
