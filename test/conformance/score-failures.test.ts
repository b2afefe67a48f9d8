import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { resumeSource } from '../../src/db/sources.ts'
import { DAY, START } from './clock.ts'
import { line } from './line.ts'
import { always, changing, few, gaps, paper } from './sites.ts'
import type { Visit } from './web.ts'
import { openWorld } from './world.ts'

const SCORE = 'feed-reader score'

line(SCORE, '410 ends the source until an operator resumes it', async (saw) => {
  const world = await openWorld({
    'a.example': changing(
      paper(24),
      48,
      always('moved to print', { status: 410, headers: { 'content-type': 'text/plain' } }),
    ),
  })
  await world.days(30)
  expect(world.asked('a.example').filter(({ status }) => status === 410).length).toBe(1)
  await world.rescan()
  await world.days(10)
  expect(world.asked('a.example').filter(({ status }) => status === 410).length).toBe(1)
  expect(await world.source('a.example')).toMatchObject({
    state: 'gone',
    lastError: 'HTTP 410: “moved to print”',
  })
  await resumeSource(env.DB, 'a-example', new Date(world.clock.now).toISOString()).run()
  await world.days(1)
  expect(world.asked('a.example').filter(({ status }) => status === 410).length).toBe(2)
  saw('asked once in 38 days, in spite of a rescan; once more when resumed')
})

line(SCORE, 'other failures back off with growing waits', async (saw) => {
  const seen = []
  for (const answer of [
    always('', { status: 500 }),
    always('', { status: 404 }),
    () => Promise.reject(new Error('connection refused')),
  ]) {
    const world = await openWorld({ 'a.example': changing(paper(48), 48, answer) })
    await world.days(30)
    const isTry = ({ at, path, status }: Visit) =>
      at >= START + 2 * DAY && (path === '/feed' || status === 0)
    const between = gaps(world.web.visits.filter(isTry))
    expect(between.slice(0, 6)).toEqual([...between.slice(0, 6)].sort((a, b) => a - b))
    expect(between[5]).toBeGreaterThan(24)
    seen.push(between.slice(0, 6).map(few).join(', '))
  }
  saw(`500: waits of ${seen[0]} h`)
})
