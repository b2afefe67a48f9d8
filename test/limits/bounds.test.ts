import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { BOUNDS, passed } from './bounds.ts'
import { newCount } from './count.ts'

const LONG = 'a'.repeat(1_000)

test.for(Object.entries(BOUNDS))(
  'one more than the bound of %s is told, the bound is not',
  ([name, most]) => {
    const nothing = newCount().use
    expect(passed({ ...nothing, [name]: most }, 'paid')).toEqual([])
    expect(passed({ ...nothing, [name]: most + 1 }, 'paid')).toEqual([
      `${name}: ${most + 1} of ${most}`,
    ])
  },
)

test('on the free plan whatever leaves the Worker counts together', () => {
  const use = { ...newCount().use, external: 20, statements: 20, sendings: 11 }
  expect(passed(use, 'paid')).toEqual([])
  expect(passed(use, 'free')).toEqual(['together: 51 of 50'])
})

test('all that an invocation uses is counted, what failed too', async () => {
  const count = newCount()
  const db = count.database(env.DB, async () => {})
  const value = (text: string) => db.prepare('SELECT ?1 AS one, ?2 AS two').bind(text, 2)
  await value(LONG).all()
  await db.batch([value('a'), value('b'), db.prepare('SELECT name FROM sqlite_schema')])
  await expect(db.prepare('SELECT nothing').run()).rejects.toThrow()
  const queue = count.queue<string>({
    metrics: () => Promise.resolve({ backlogCount: 0, backlogBytes: 0 }),
    send: () => Promise.resolve(RECEIPT),
    sendBatch: () => Promise.resolve(RECEIPT),
  })
  await queue.send(LONG)
  await queue.sendBatch([{ body: LONG }, { body: 'b' }])
  await count.fetch(async () => new Response())('https://h1.example/')
  const { rows, sql, ...others } = count.use
  expect(rows).toBeGreaterThan(10) // the schema's
  expect(sql).toBe('SELECT name FROM sqlite_schema'.length)
  expect(others).toEqual({
    external: 1,
    statements: 5,
    sendings: 2,
    parameters: 2,
    value: 1_000,
    message: 1_000,
    sending: 1_001,
  })
  count.begin()
  expect(count.use).toEqual(newCount().use)
})

const RECEIPT = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
