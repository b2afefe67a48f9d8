import { expect, test } from 'vitest'
import { composeDue } from '../../src/digest/due.ts'
import type { WeekNews } from '../../src/issue.ts'
import { newsOf, story } from './news.ts'
import { compose, EMPTY_NEWS, ISSUE_HOUR, mailWorld } from './world.ts'

const HOUR = 60 * 60 * 1000 // ms

test('an issue is made in its hour, and not a minute before', async () => {
  const { app } = await mailWorld()
  expect(await compose(app, EMPTY_NEWS, new Date(ISSUE_HOUR.getTime() - 60_000))).toBeNull()
  expect(await compose(app, EMPTY_NEWS, ISSUE_HOUR)).toBe('2026-W47')
})

test('an hour that was missed is made up for within a day, and not later', async () => {
  const late = (hours: number) => new Date(ISSUE_HOUR.getTime() + hours * HOUR)
  expect(await compose((await mailWorld()).app, EMPTY_NEWS, late(24))).toBeNull()
  expect(await compose((await mailWorld()).app, EMPTY_NEWS, late(23))).toBe('2026-W47')
})

test('an issue is frozen: later news of the same week change nothing in it', async () => {
  const { app, jobs } = await mailWorld()
  await compose(app, newsOf([story(1)]))
  const frozen = await app.db.prepare('SELECT * FROM issues').first()
  expect(await compose(app, newsOf([story(1), story(2)]))).toBeNull()
  expect(await app.db.prepare('SELECT * FROM issues').first()).toEqual(frozen)
  expect(jobs).toHaveLength(1)
})

test('two crons at once make one issue', async () => {
  const { app, jobs } = await mailWorld()
  const made = await Promise.all([compose(app), compose(app), compose(app)])
  expect(made.filter(Boolean)).toEqual(['2026-W47'])
  expect(jobs).toHaveLength(1)
})

test('an issue tells what is new since the one before, the first all that is known', async () => {
  const { app } = await mailWorld()
  const asked: { from: string; until: string }[] = []
  const readNews = (_db: D1Database, period: { from: string; until: string }) => {
    asked.push(period)
    return Promise.resolve<WeekNews>(EMPTY_NEWS)
  }
  await composeDue(app, ISSUE_HOUR, readNews)
  await composeDue(app, new Date('2026-12-04T08:00:00Z'), readNews)
  expect(asked).toEqual([
    { from: '1970-01-01T00:00:00.000Z', until: '2026-11-20T08:00:00.000Z' },
    { from: '2026-11-20T08:00:00.000Z', until: '2026-12-04T08:00:00.000Z' },
  ])
})

test('what was scraped is read into the issue', async () => {
  const { app } = await mailWorld()
  expect(await composeDue(app, ISSUE_HOUR)).toBe('2026-W47')
  const news = await app.db.prepare('SELECT news FROM issues').first<string>('news')
  expect(JSON.parse(news ?? '')).toMatchObject({ stories: [], articles: 0, duplicates: 0 })
})
