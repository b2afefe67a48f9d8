import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { composeChange } from '../../src/digest/due.ts'
import type { WeekNews } from '../../src/issue.ts'
import type { Stage } from '../../src/stage.ts'
import { RULES_VERSION } from '../../src/status/reading.ts'
import { newsOf, story } from './news.ts'
import { subscribeAll } from './people.ts'
import { compose, drain, EMPTY_NEWS, ISSUE_HOUR, mailWorld } from './world.ts'

const [ANN, BOB, CAT] = ['ann@example.org', 'bob@example.org', 'cat@example.org'] as const
const HOUR = 60 * 60 * 1000 // ms
const NEXT_WEEK = new Date('2026-11-27T08:00:00Z')

test('a week without news goes to those who want every week, one with news also to the others', async () => {
  const { app, box, jobs, clock } = await choosers()
  await compose(app) // the first issue is news to everyone
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([ANN, BOB])
  box.delivered.length = 0
  clock.now = NEXT_WEEK
  await compose(app, EMPTY_NEWS, NEXT_WEEK)
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([ANN])
  box.delivered.length = 0
  clock.now = new Date(NEXT_WEEK.getTime() + 7 * 24 * HOUR)
  const fresh = story(1)
  fresh.articles = fresh.articles.map((one) => ({ ...one, published: '2026-12-01T00:00:00Z' }))
  await compose(app, newsOf([fresh]), clock.now)
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([ANN, BOB])
})

test('a change of the status goes within the hour to those who asked for changes, once a day', async () => {
  const { app, box, jobs, clock, later } = await choosers()
  await statusBecomes(app, 'talks')
  expect(await change(app, clock.now, 'talks')).toBeNull() // nobody was told anything yet
  await compose(app)
  await drain(app, jobs)
  box.delivered.length = 0
  later(1)
  expect(await change(app, clock.now, 'talks')).toBeNull()
  await statusBecomes(app, 'greenlit')
  expect(await change(app, clock.now, 'greenlit')).toBe('2026-11-20-status')
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([CAT])
  expect(box.delivered[0]?.subject).toBe('Glass Harbor 2: now greenlit')
  later(1)
  await statusBecomes(app, 'stalled')
  expect(await change(app, clock.now, 'stalled')).toBeNull()
  later(24)
  expect(await change(app, clock.now, 'stalled')).toBe('2026-11-21-status')
  expect(await change(app, clock.now, 'stalled')).toBeNull()
  await drain(app, jobs)
  expect(box.delivered.map(({ subject }) => subject).at(-1)).toBe('Glass Harbor 2: now on hold')
})

test('the weekly issue tells of a change that a mail told before it', async () => {
  const { app, box, jobs, clock, later } = await choosers()
  await compose(app)
  await drain(app, jobs)
  later(1)
  await statusBecomes(app, 'greenlit')
  await change(app, clock.now, 'greenlit')
  await drain(app, jobs)
  box.delivered.length = 0
  clock.now = NEXT_WEEK
  await compose(app, newsAt('greenlit'), NEXT_WEEK)
  await drain(app, jobs)
  const [mail] = box.delivered
  expect(mail?.subject).toBe('Glass Harbor 2: now greenlit – no news this week')
  expect(mail?.text).toContain('the issue before said in talks, not greenlit')
})

test('whoever pauses gets nothing until the day, and then as before', async () => {
  const { app, box, jobs, clock } = await choosers()
  await app.db
    .prepare(
      "UPDATE subscribers SET paused_until = '2026-11-25T00:00:00.000Z' WHERE choice = 'weekly'",
    )
    .run()
  await compose(app)
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([BOB])
  clock.now = NEXT_WEEK
  await compose(app, EMPTY_NEWS, NEXT_WEEK)
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([ANN, BOB])
})

test('a choice that changes after the plan is heeded at the call', async () => {
  const { app, box, jobs } = await choosers()
  await compose(app)
  const [plan] = jobs.splice(0)
  await drain(app, plan ? [plan] : [])
  await app.db.prepare("UPDATE subscribers SET choice = 'changes' WHERE choice = 'news'").run()
  await drain(app, jobs)
  expect(sentTo(box)).toEqual([ANN])
})

/** Three readers: every week, weeks with news, changes only. */
async function choosers() {
  const all = await mailWorld()
  await all.app.db.prepare('DELETE FROM status_changes').run()
  for (const [address, choice] of [
    [CAT, 'changes'],
    [BOB, 'news'],
    [ANN, 'weekly'],
  ] as const) {
    await subscribeAll(all.app, [address])
    await all.app.db
      .prepare("UPDATE subscribers SET choice = ?1 WHERE choice = 'weekly'")
      .bind(choice)
      .run()
  }
  all.clock.now = ISSUE_HOUR
  return all
}

function sentTo(box: { delivered: { to: string }[] }): string[] {
  return box.delivered.map(({ to }) => to).sort()
}

async function statusBecomes(app: App, stage: Stage): Promise<void> {
  await app.db
    .prepare("INSERT INTO status_changes VALUES (?1, ?2, ?3, '[]')")
    .bind(RULES_VERSION, app.now().toISOString(), stage)
    .run()
}

function change(app: App, at: Date, stage: Stage) {
  return composeChange(app, at, () => Promise.resolve(newsAt(stage)))
}

function newsAt(stage: Stage): WeekNews {
  return { ...EMPTY_NEWS, status: { ...EMPTY_NEWS.status, stage } }
}
