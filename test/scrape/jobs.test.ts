import { expect, test } from 'vitest'
import { sendPages } from '../../src/scrape/jobs.ts'
import { openWeb } from './web.ts'

test('of five hundred pages of one host no more are sent than an invocation may send', async () => {
  const { app } = openWeb({}, ['https://one.example/feed'])
  const calls: number[] = []
  const scrape = {
    send: (_: unknown, { delaySeconds = 0 } = {}) => Promise.resolve(calls.push(delaySeconds)),
    sendBatch: () => Promise.resolve(calls.push(0)),
  }
  const pages = Array.from({ length: 500 }, (_, n) => `https://one.example/${n}`)
  await sendPages({ ...app, queues: { ...app.queues, scrape } }, pages)
  expect(calls.length).toBeLessThanOrEqual(40)
  expect(calls).toEqual(calls.toSorted((a, b) => a - b))
})
