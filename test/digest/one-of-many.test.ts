import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { confirm } from '../../src/digest/confirm.ts'
import { keepHouse } from '../../src/digest/house.ts'
import { eraseByToken, exportData } from '../../src/digest/manage.ts'
import { purgeOld } from '../../src/digest/retention.ts'
import { linkSigner } from '../../src/token.ts'
import { ask, tokenIn } from './asking.ts'
import { issueFor } from './issue-for.ts'
import { watched } from './watched.ts'
import { drain } from './world.ts'

test('what one person asks for costs as little on a long list as on a short one', async () => {
  const [few, many] = [await costOf(20), await costOf(1_000)]
  expect(many).toEqual(few)
  for (const [deed, rows] of Object.entries(many)) expect(rows, deed).toBeLessThan(60)
})

/** Rows that D1 counts as read and written for each thing done, among so many subscribers. */
async function costOf(people: number) {
  const world = await issueFor(people)
  await drain(world.app, world.jobs)
  const sign = await linkSigner(world.app.config.secretKey, 'manage')
  const id = await world.app.db.prepare('SELECT id FROM subscribers LIMIT 1').first<string>('id')
  const token = await sign(id ?? '')
  const delivered = world.box.delivered.length
  return {
    wish: await rowsOf(world.app, (app) => ask({ app, jobs: world.jobs })),
    confirm: await rowsOf(world.app, (app) =>
      confirm(app, tokenIn(world.box.delivered[delivered])),
    ),
    export: await rowsOf(world.app, (app) => exportData(app, token)),
    erase: await rowsOf(world.app, (app) => eraseByToken(app, token)),
    house: await rowsOf(world.app, keepHouse),
    purge: await rowsOf(world.app, purgeOld),
  }
}

async function rowsOf(app: App, act: (app: App) => Promise<unknown>): Promise<number> {
  let rows = 0
  const db = watched(app.db, async (step) => {
    const result = await step()
    for (const each of [result].flat()) {
      if (isD1Result(each)) rows += each.meta.rows_read + each.meta.rows_written
    }
    return result
  })
  await act({ ...app, db })
  return rows
}

function isD1Result(value: unknown): value is D1Result {
  return typeof value === 'object' && value !== null && 'meta' in value
}
