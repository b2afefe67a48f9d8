import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { resumeConfirmations } from '../../src/digest/confirmation.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { http } from '../../src/routes/http.ts'
import { ANN, ask, tokenIn, WISH } from './asking.ts'
import { subscribeAll, suppressAddress } from './people.ts'
import { watched } from './watched.ts'
import { drain, form, linkIn, mailWorld } from './world.ts'

test('the confirmation mail has one link, no news, and says how long it works', async () => {
  const world = await mailWorld()
  await ask(world)
  const [mail] = world.box.delivered
  expect(mail?.to).toBe(ANN)
  expect(mail?.subject).toBe('Confirm: a weekly mail about the sequel to Glass Harbor')
  expect(mail?.html.match(/href="[^"]+"/g)).toHaveLength(1)
  expect(mail?.html).toContain(linkIn(mail, '/confirm'))
  expect(mail?.text).toContain('48 hours')
})

test('the confirmation mail names what was chosen', async () => {
  const world = await mailWorld()
  await ask(world, { choice: 'changes' })
  expect(world.box.delivered[0]?.subject).toBe(
    'Confirm: a mail when the status of the sequel to Glass Harbor changes',
  )
})

test('an address gets three confirmation mails, then one a day, then three again', async () => {
  const world = await mailWorld()
  const mailsAfter = async (hours: number) => {
    world.later(hours)
    for (const address of [ANN, ANN.toLowerCase(), ANN, ANN]) await ask(world, { address })
    return world.box.calls.length
  }
  expect(await mailsAfter(0)).toBe(3)
  expect(await mailsAfter(1.1)).toBe(3)
  expect(await mailsAfter(23)).toBe(4)
  expect(await mailsAfter(25)).toBe(5)
  expect(await mailsAfter(7 * 24)).toBe(8)
})

test('a suppressed address is never mailed, nor kept', async () => {
  const world = await mailWorld()
  await suppressAddress(world.app, ANN)
  await ask(world)
  expect(world.box.calls).toEqual([])
  const left = await world.app.db
    .prepare(
      'SELECT (SELECT count(*) FROM subscribers) + (SELECT count(*) FROM subscribe_requests) AS n',
    )
    .first('n')
  expect(left).toBe(0)
})

test('an address that is suppressed between two tries is not mailed at the second', async () => {
  const world = await mailWorld()
  world.box.trouble = () => ({ isTaken: false, result: { kind: 'unknown', reason: 'time-out' } })
  await subscribe(world.app, WISH)
  const waiting = await drain(world.app, world.jobs)
  expect(waiting).toHaveLength(1)
  await suppressAddress(world.app, ANN)
  await drain(world.app, waiting)
  expect(world.box.calls).toHaveLength(1)
})

test('new, known, waiting and suppressed addresses: same answer, same statements, same job', async () => {
  const world = await mailWorld()
  await subscribeAll(world.app, ['known@example.org'])
  await ask(world, { address: 'waiting@example.org' })
  await suppressAddress(world.app, 'suppressed@example.org')
  const seen = []
  for (const name of ['new', 'known', 'waiting', 'suppressed']) {
    const { app, statements } = overheard(world.app)
    const answer = await http(app).request('/subscribe', form({ email: `${name}@example.org` }))
    const queued = world.jobs.splice(0).map(({ kind }) => kind)
    seen.push([answer.status, [...answer.headers], await answer.text(), statements, queued])
  }
  expect(seen[0]?.[0]).toBe(202)
  expect(seen[0]?.[4]).toEqual(['confirm'])
  expect(seen[0]?.[3]).not.toEqual([])
  expect(String(seen[0]?.[3])).not.toMatch(/subscribers|suppressions|confirmations/)
  for (const each of seen.slice(1)) expect(each).toEqual(seen[0])
})

test('a message that was lost, or never came on the queue, is made up for within the hour', async () => {
  const world = await mailWorld()
  const { mail } = world.app.queues
  const broken = { ...mail, send: () => Promise.reject(new Error('queue is down')) }
  const app = { ...world.app, queues: { ...world.app.queues, mail: broken } }
  expect(await subscribe(app, WISH)).toBe('taken')
  await resumeConfirmations(world.app)
  expect(world.jobs).toEqual([])
  world.later(1)
  await resumeConfirmations(world.app)
  await drain(world.app, world.jobs)
  expect(world.box.delivered.map(({ to }) => to)).toEqual([ANN])
})

test('a mail whose outcome is unknown is tried again as it was, and arrives once', async () => {
  const world = await mailWorld()
  world.box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  await subscribe(world.app, WISH)
  const waiting = await drain(world.app, world.jobs)
  world.box.trouble = () => undefined
  world.later(2)
  await drain(world.app, [...waiting, ...waiting])
  expect(world.box.calls[1]).toEqual(world.box.calls[0])
  expect(world.box.calls).toHaveLength(2)
  expect(world.box.delivered).toHaveLength(1)
})

test('a request that nobody could mail for a day is given up, because its key is forgotten', async () => {
  const world = await mailWorld()
  world.box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  await subscribe(world.app, WISH)
  const waiting = await drain(world.app, world.jobs)
  world.later(23)
  await drain(world.app, waiting)
  expect(world.box.calls).toHaveLength(1)
  expect(
    await world.app.db.prepare('SELECT count(*) AS n FROM subscribe_requests').first('n'),
  ).toBe(0)
})

test('neither address nor token can be read from the database, the queue or the log', async () => {
  const { app, box, jobs, logged } = await mailWorld()
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: `no ${ANN} here` } })
  await subscribe(app, WISH)
  const queued = JSON.stringify(jobs)
  await drain(app, jobs)
  const token = tokenIn(box.delivered[0])
  const rows = await app.db.batch([
    app.db.prepare('SELECT * FROM subscribers'),
    app.db.prepare('SELECT * FROM confirmations'),
    app.db.prepare('SELECT * FROM subscribe_requests'),
    app.db.prepare('SELECT * FROM limits'),
  ])
  for (const { results } of rows) expect(results).not.toEqual([])
  const kept = JSON.stringify([rows.map(({ results }) => results), queued, logged]).toLowerCase()
  expect(kept).toContain('unknown')
  expect(kept).not.toContain('ann+film')
  expect(kept).not.toContain(token.toLowerCase())
})

/** The app, and the SQL of each statement that it prepares. */
function overheard(app: App): { app: App; statements: string[] } {
  const statements: string[] = []
  const db = new Proxy(
    watched(app.db, (act) => act()),
    {
      get(target, name) {
        if (name !== 'prepare') return Reflect.get(target, name)
        return (sql: string) => {
          statements.push(sql)
          return target.prepare(sql)
        }
      },
    },
  )
  return { app: { ...app, db }, statements }
}
