import { expect, test } from 'vitest'
import { confirm, confirmAgain, readConfirmLink } from '../../src/digest/confirm.ts'
import { linkSigner } from '../../src/token.ts'
import { ANN, ask, tokenIn } from './asking.ts'
import { subscribeAll } from './people.ts'
import { drain, mailWorld } from './world.ts'

test('a link works for two days, and says so after', async () => {
  const world = await mailWorld()
  await ask(world)
  const token = tokenIn(world.box.delivered[0])
  expect(await readConfirmLink(world.app, token)).toBe('open')
  world.later(48)
  expect(await confirm(world.app, token)).toBe('expired')
  expect(await readConfirmLink(world.app, 'another')).toBe('closed')
})

test('for an expired link a new one goes to the same address, as it was chosen', async () => {
  const world = await mailWorld()
  await ask(world, { choice: 'news' })
  const old = tokenIn(world.box.delivered[0])
  expect(await confirmAgain(world.app, old, null)).toBe('closed')
  world.later(49)
  expect(await confirmAgain(world.app, old, null)).toBe('taken')
  await drain(world.app, world.jobs)
  expect(world.box.delivered.map(({ to }) => to)).toEqual([ANN, ANN])
  expect(await confirm(world.app, tokenIn(world.box.delivered[1]))).toBe('confirmed')
  const row = await world.app.db.prepare('SELECT choice FROM subscribers').first()
  expect(row).toEqual({ choice: 'news' })
})

test('a second click finds it confirmed, also on another link of the same person', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world)
  const [first, second] = world.box.delivered.map(tokenIn)
  expect(await confirm(world.app, first ?? '')).toBe('confirmed')
  expect(await confirm(world.app, first ?? '')).toBe('confirmed')
  expect(await confirm(world.app, second ?? '')).toBe('confirmed')
  world.later(72)
  expect(await readConfirmLink(world.app, second ?? '')).toBe('confirmed')
})

test('whoever left is not brought back by an old link', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world)
  const [first, second] = world.box.delivered.map(tokenIn)
  await confirm(world.app, first ?? '')
  await leave(world)
  expect(await confirm(world.app, first ?? '')).toBe('closed')
  expect(await confirm(world.app, second ?? '')).toBe('expired')
})

test('whoever left can come back, by a new mail', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, [ANN])
  await leave(world)
  await ask(world, { choice: 'changes' })
  expect(await confirm(world.app, tokenIn(world.box.delivered[0]))).toBe('confirmed')
  const row = await world.app.db.prepare('SELECT unsubscribed_at, choice FROM subscribers').first()
  expect(row).toEqual({ unsubscribed_at: null, choice: 'changes' })
})

test('a consent is kept with its form, the words agreed to, and its times', async () => {
  const world = await mailWorld()
  await ask(world, { form: 'home', textVersion: '2026-11', choice: 'news' })
  world.later(1)
  await confirm(world.app, tokenIn(world.box.delivered[0]))
  const proof = await world.app.db
    .prepare('SELECT form, text_version, choice, requested_at, used_at FROM confirmations')
    .first()
  expect(proof).toEqual({
    form: 'home',
    text_version: '2026-11',
    choice: 'news',
    requested_at: '2026-11-18T12:00:00.000Z',
    used_at: '2026-11-18T13:00:00.000Z',
  })
})

async function leave({ app, site }: Awaited<ReturnType<typeof mailWorld>>): Promise<void> {
  const id = await app.db.prepare('SELECT id FROM subscribers').first<string>('id')
  const sign = await linkSigner(app.config.secretKey, 'unsubscribe')
  const left = await site.request(`/unsubscribe?token=${await sign(id ?? '')}`, { method: 'POST' })
  expect(left.status).toBe(200)
}
