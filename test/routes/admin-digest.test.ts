import { expect, test } from 'vitest'
import { resumeSending } from '../../src/digest/digest.ts'
import { readers, subscribeAll } from '../digest/people.ts'
import { compose, drain, ISSUE_HOUR } from '../digest/world.ts'
import { adminMail } from './admin-mail.ts'

const ID = '2026-W47'

async function withIssue(count = 3) {
  const world = await adminMail()
  await subscribeAll(world.app, readers(count))
  await world.api('/digest/approval', { wanted: 'yes' })
  world.clock.now = ISSUE_HOUR
  await compose(world.app)
  await drain(world.app, world.jobs)
  return world
}

test('an issue that is to be approved waits, and no reader sees it', async () => {
  const { app, box, jobs, ask, clock } = await withIssue()
  expect(box.calls).toEqual([])
  clock.now = new Date(ISSUE_HOUR.getTime() + 2 * 3600_000)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.calls).toEqual([])
  expect((await ask(`/issues/${ID}`)).status).toBe(404)
  for (const path of ['/issues', '/api/v1/issues', '/issues.xml', '/sitemap.xml']) {
    expect(await (await ask(path)).text(), path).not.toContain(ID)
  }
})

test('an approved issue goes out once, and who approved it is kept', async () => {
  const { api, app, box, jobs, ask, acts } = await withIssue()
  expect((await api(`/digest/issues/${ID}/approve`, {})).status).toBe(200)
  expect((await api(`/digest/issues/${ID}/approve`, {})).status).toBe(409)
  await drain(app, jobs)
  expect(box.delivered.map(({ to }) => to).sort()).toEqual(readers(3))
  expect((await ask(`/issues/${ID}`)).status).toBe(200)
  const approvals = (await acts()).filter(({ act }) => act === 'approve issue')
  expect(approvals).toMatchObject([{ who: 'admin', subject: ID }])
  const sending = await (await api(`/digest/issues/${ID}`)).json()
  expect(sending).toMatchObject({ planned: 3, sent: 3, refused: 0, approvedBy: 'admin', ended: 1 })
})

test('an issue that waits can be made anew, and goes on waiting', async () => {
  const { api, app, box, jobs, acts } = await withIssue()
  await app.db.prepare("UPDATE issues SET subject = 'a slip'").run()
  expect((await api(`/digest/issues/${ID}/remake`, {})).status).toBe(200)
  await drain(app, jobs)
  expect(box.calls).toEqual([])
  const { mail } = await (await api(`/digest/preview?issue=${ID}`)).json<{
    mail: { subject: string }
  }>()
  expect(mail.subject).not.toBe('a slip')
  expect((await acts())[0]).toMatchObject({ act: 'make issue anew', before: { subject: 'a slip' } })
  expect((await api(`/digest/issues/${ID}/approve`, {})).status).toBe(200)
})

test('an issue that nobody approved is told by the next one, and cannot go any more', async () => {
  const { api, app, clock } = await withIssue()
  clock.now = new Date(ISSUE_HOUR.getTime() + 7 * 24 * 3600_000)
  await compose(app, undefined, clock.now)
  const from = await app.db
    .prepare("SELECT covers_from AS since FROM issues WHERE id = '2026-W48'")
    .first<string>('since')
  expect(from).toBe('1970-01-01T00:00:00.000Z')
  const late = await api(`/digest/issues/${ID}/approve`, {})
  expect(late.status).toBe(409)
  expect((await api('/digest/issues/2026-W48/approve', {})).status).toBe(200)
})

test('without the option issues go at once', async () => {
  const { api, app, box, jobs, clock } = await adminMail()
  await subscribeAll(app, readers(2))
  await api('/digest/approval', { wanted: 'yes' })
  await api('/digest/approval', { wanted: 'no' })
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.delivered.length).toBe(2)
})

test('sending is paused by hand, and goes on where it was', async () => {
  const { api, app, box, jobs, clock, acts } = await adminMail()
  await subscribeAll(app, readers(2))
  await api('/digest/pause', {})
  await api('/digest/pause', {})
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.calls).toEqual([])
  const { held } = await (await api('/digest')).json<{ held: { reason: string } }>()
  expect(held).toMatchObject({ reason: 'paused by admin', byHand: true })
  await api('/digest/go-on', {})
  await drain(app, jobs)
  expect(box.delivered.length).toBe(2)
  expect((await acts()).map(({ act }) => act)).toEqual(['let sending go on', 'pause sending'])
})

test('the forecast tells who gets the next issue and how long the quotas stretch it', async () => {
  const { api, app } = await adminMail()
  app.config.mail.quota = { day: 100, month: 3000 }
  await subscribeAll(app, readers(200))
  await app.db.prepare("UPDATE subscribers SET choice = 'news' WHERE id < '4'").run()
  const { forecast } = await (await api('/digest')).json<{
    forecast: { mails: { withNews: number; without: number }; days: { withNews: number } }
  }>()
  expect(forecast.mails.withNews).toBe(200)
  expect(forecast.mails.without).toBeLessThan(200)
  expect(forecast.days.withNews).toBe(2) // 75 a day: calls of 25 within nine tenths of the quota
})

test('every page of the digest can be read', async () => {
  const { page } = await withIssue()
  for (const path of ['/digest', `/digest/preview?issue=${ID}`, `/digest/issues/${ID}`]) {
    const answer = await page(path)
    expect(answer.status, path).toBe(200)
    expect(await answer.text(), path).toContain(ID)
  }
})
