import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { keepFailure } from '../../src/db/admin/failures.ts'
import { keepDeadLetters } from '../../src/db/dead-letters.ts'
import { adminSite } from './admin-site.ts'

const PAGE = { kind: 'page', url: 'https://lantern.example/a' }
const DIED = '2026-03-02T09:00:00.000Z'

type Letters = {
  count: number
  letters: { id: string; reason: string | null; job: object }[]
  settled: { id: string; settledHow: string }[]
}

async function withLetters(bodies: object[]) {
  await env.DB.batch(
    ['dead_letters', 'job_failures'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  )
  const site = await adminSite()
  const messages = bodies.map((body, nth) => ({ id: `m${nth}`, body, attempts: 5 }))
  const died = { queue: 'alita2-scrape-dead', messages } as unknown as MessageBatch
  return { ...site, die: () => keepDeadLetters(env.DB, died, DIED) }
}

test('a dead letter tells what it was to do and why it died', async () => {
  const { die, api, page } = await withLetters([PAGE])
  const reason = 'Error: D1 was away <b>'
  await keepFailure(env.DB, { job: PAGE, reason, at: DIED })
  await die()
  const { letters, count } = await (await api('/dead-letters')).json<Letters>()
  expect(count).toBe(1)
  expect(letters[0]).toMatchObject({ id: 'm0', job: PAGE, reason })
  const html = await (await page('/dead-letters')).text()
  expect(html).toContain('Error: D1 was away &lt;b&gt;')
  expect(html).toContain(PAGE.url)
})

test('how old the oldest open work is stands beside the letters', async () => {
  const { api, page, wait } = await adminSite({}, ['https://one.example/feed'])
  await api('/scans', {})
  wait(7200)
  const html = await (await page('/dead-letters')).text()
  expect(html).toMatch(/oldest open work \(looks\) waits since .*, 2 h ago\./)
})

test('a letter is replayed once, however often it is asked for, and who did it is kept', async () => {
  const { die, api, jobs } = await withLetters([PAGE])
  await die()
  const outcomes = []
  for (const _ of ['first', 'again']) {
    const answer = await api('/dead-letters/m0/replay', {})
    outcomes.push((await answer.json<{ outcome: string }>()).outcome)
  }
  expect(outcomes).toEqual(['replayed', 'known'])
  expect(jobs).toEqual([PAGE])
  const { acts } = await (await api('/audit')).json<{ acts: object[] }>()
  expect(acts[0]).toMatchObject({
    who: 'admin',
    act: 'replay dead letters',
    subject: 'm0',
    before: { job: PAGE, attempts: 5 },
    after: { settled: 'replayed' },
  })
  const { count, settled } = await (await api('/dead-letters')).json<Letters>()
  expect(count).toBe(0)
  expect(settled).toMatchObject([{ id: 'm0', settledHow: 'replayed' }])
})

test('two clicks at the same time send a job once', async () => {
  const { die, page, jobs } = await withLetters([PAGE])
  await die()
  await Promise.all([page('/dead-letters/m0/replay', {}), page('/dead-letters/m0/replay', {})])
  expect(jobs).toEqual([PAGE])
})

test('all are replayed by one click, but for what is no job of ours', async () => {
  const bodies = [PAGE, { kind: 'place', articleId: 'a' }, { kind: 'unheard-of' }]
  const { die, api, page, jobs } = await withLetters(bodies)
  await die()
  const answer = await page('/dead-letters/replay', {})
  expect(answer.status).toBe(303)
  expect(jobs).toEqual(bodies.slice(0, 2))
  const { letters } = await (await api('/dead-letters')).json<Letters>()
  expect(letters.map(({ id }) => id)).toEqual(['m2'])
  expect((await api('/dead-letters/m2/replay', {})).status).toBe(422)
  expect((await api('/dead-letters/m2/put-aside', {})).status).toBe(200)
  expect((await (await api('/dead-letters')).json<Letters>()).count).toBe(0)
})

test('a letter whose queue takes nothing is still there', async () => {
  const { die, api, app } = await withLetters([PAGE])
  await die()
  app.queues.scrape.sendBatch = () => Promise.reject(new Error('queue away'))
  expect((await api('/dead-letters/m0/replay', {})).status).toBe(500)
  expect((await (await api('/dead-letters')).json<Letters>()).count).toBe(1)
})

test('an unknown letter is told so', async () => {
  const { api } = await withLetters([])
  expect((await api('/dead-letters/none/replay', {})).status).toBe(404)
})
