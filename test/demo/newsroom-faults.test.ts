import { expect, test } from 'vitest'
import type { Fault } from '../../demo/newsroom/server.ts'
import { first, get, open } from './newsroom-visit.ts'

async function suffering(fault: Fault) {
  const newsroom = await open()
  const { host, feedPath } = first(newsroom)
  const whole = await (await get(newsroom, host, feedPath)).text()
  newsroom.disturb(({ path }) => (path === feedPath ? fault : null))
  return {
    newsroom,
    whole,
    feed: () => get(newsroom, host, feedPath),
    home: () => get(newsroom, host, '/'),
  }
}

test('an answer is cut off half-way, and the reader hears of it', async () => {
  const { feed } = await suffering({ kind: 'cut' })
  const response = await feed()
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('garbage comes with 200 and is nothing of the publisher', async () => {
  const { feed, whole } = await suffering({ kind: 'garbage' })
  const response = await feed()
  const body = await response.text()
  expect(response.status).toBe(200)
  expect(body.length).toBeGreaterThan(500)
  expect(whole).not.toContain(body.slice(0, 20))
})

test('another status comes with the headers that belong to it', async () => {
  const { feed } = await suffering({ kind: 'answer', status: 429, headers: { 'retry-after': '5' } })
  const response = await feed()
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
})

test('a slow answer is whole', async () => {
  const { feed, whole } = await suffering({ kind: 'slow', ms: 80 })
  const start = performance.now()
  expect(await (await feed()).text()).toBe(whole)
  expect(performance.now() - start).toBeGreaterThan(70)
})

test('only what the fault is for suffers, and that until it is taken back', async () => {
  const { newsroom, feed, home, whole } = await suffering({ kind: 'answer', status: 500 })
  expect([(await feed()).status, (await home()).status]).toEqual([500, 200])
  newsroom.disturb(null)
  expect(await (await feed()).text()).toBe(whole)
})
