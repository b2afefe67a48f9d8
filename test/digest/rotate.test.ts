import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { confirm } from '../../src/digest/confirm.ts'
import { importSubscribers } from '../../src/digest/import.ts'
import { reportKeys, rotateKeys } from '../../src/digest/rotate.ts'
import { takeEvent } from '../../src/digest/webhook.ts'
import { http } from '../../src/routes/http.ts'
import { linkSigner } from '../../src/token.ts'
import { ANN, ask, tokenIn } from './asking.ts'
import { Crash, mortal } from './crash.ts'
import { readers, subscribeAll, suppressAddress } from './people.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from './world.ts'

const NEW = 'a new secret of the operator, 32 characters+'

test('a rotation that is killed at any step goes on where it was, and nobody is lost', async () => {
  for (const moment of ['before', 'after'] as const) {
    for (let dieAt = 1; dieAt <= 6; dieAt += 1) {
      const world = await mailWorld()
      await subscribeAll(world.app, readers(7))
      const app = withNewKey(world.app)
      const dying = mortal(app, dieAt, moment)
      await expect(rotateAll(dying.app)).rejects.toThrow(Crash)
      await rotateAll(app)
      expect((await reportKeys(app)).map(({ state, subscribers }) => [state, subscribers])).toEqual(
        [['current', 7]],
      )
      world.clock.now = ISSUE_HOUR
      const alone = only(app)
      await compose(alone)
      await drain(alone, world.jobs)
      expect(world.box.delivered.map(({ to }) => to).sort()).toEqual(readers(7))
    }
  }
})

test('before, amid and after a rotation a known address is known, and a suppressed one suppressed', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, [...readers(4), ANN])
  await suppressAddress(world.app, 'gone@example.org')
  const app = withNewKey(world.app)
  for (const _ of ['before', 'amid', 'after']) {
    for (const address of [...readers(4), ANN, 'gone@example.org']) {
      await ask({ app, jobs: world.jobs }, { address })
    }
    expect(world.box.calls).toEqual([])
    await rotateKeys(app, '', 3)
  }
  expect(await count(app.db)).toBe(5)
})

test('a bounce amid a rotation suppresses an address under whichever key it is kept', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, readers(4))
  const app = withNewKey(world.app)
  await rotateKeys(app, '', 2)
  for (const [nth, address] of readers(4).entries()) {
    const bounce = { type: 'email.bounced', data: { to: [address], bounce: { type: 'Permanent' } } }
    await takeEvent(app, `event-${nth}`, bounce)
  }
  await rotateAll(app)
  world.clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, world.jobs)
  expect(world.box.delivered).toEqual([])
})

test('a suppression is found after its subscriber was put under the new key', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, [ANN])
  await suppressAddress(world.app, ANN)
  const app = withNewKey(world.app)
  await rotateAll(app)
  const barred = await only(app).db.prepare('SELECT count(*) AS n FROM mailable').first('n')
  expect(barred).toBe(0)
})

test('the old secret of a suppression is still needed, and the report says so', async () => {
  const world = await mailWorld()
  await suppressAddress(world.app, ANN)
  const app = withNewKey(world.app)
  await rotateAll(app)
  const row = { subscribers: 0, requests: 0, suppressions: 1 }
  expect(await reportKeys(app)).toMatchObject([{ state: 'former', ...row }])
  expect(await reportKeys(only(app))).toMatchObject([{ state: 'missing', ...row }])
  const imported = await importSubscribers(app, [
    {
      email: ANN,
      confirmedAt: '2025-01-01T00:00:00Z',
      form: 'f',
      text: 't',
      source: 's',
      choice: 'weekly',
      pausedUntil: null,
      hasLeft: false,
    },
  ])
  expect(imported).toEqual(['suppressed'])
})

test('an address that no secret opens is named and passed over', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, readers(3))
  const { rotated, unreadable, next } = await rotateKeys(only(withNewKey(world.app)), '', 2)
  expect([rotated, unreadable.length]).toEqual([0, 2])
  expect(await rotateKeys(only(withNewKey(world.app)), next ?? '', 2)).toMatchObject({
    unreadable: [expect.any(String)],
    next: null,
  })
})

test('links and requests from before a rotation go on working', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, readers(1))
  const id = await world.app.db.prepare('SELECT id FROM subscribers').first<string>('id')
  const sign = await linkSigner(world.app.config.secretKey, 'unsubscribe')
  const leave = `/unsubscribe?token=${await sign(id ?? '')}`
  await ask(world, { address: ANN })
  const app = withNewKey(world.app)
  await rotateAll(app)
  expect((await http(app).request(leave, { method: 'POST' })).status).toBe(200)
  expect(await confirm(app, tokenIn(world.box.delivered[0]))).toBe('confirmed')
})

function withNewKey(app: App): App {
  const [current, ...former] = app.config.secretKey
  return { ...app, config: { ...app.config, secretKey: [NEW, current, ...former] } }
}

/** The app of an operator who has dropped the former secrets. */
function only(app: App): App {
  return { ...app, config: { ...app.config, secretKey: [app.config.secretKey[0]] } }
}

/** What the command does. */
async function rotateAll(app: App): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    after = (await rotateKeys(app, after, 3)).next
  }
}

async function count(db: D1Database): Promise<number | null> {
  return await db.prepare('SELECT count(*) AS n FROM subscribers').first<number>('n')
}
