import { expect, test } from 'vitest'
import { resumeSending, runMailJob, unpauseSending } from '../../src/digest/digest.ts'
import { takeEvent } from '../../src/digest/webhook.ts'
import { http } from '../../src/routes/http.ts'
import { issueFor } from '../digest/issue-for.ts'
import { readers, subscribeAll } from '../digest/people.ts'
import { signed } from '../digest/signed.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from '../digest/world.ts'

const ANN = 'ann@example.org'
const BOUNCE = {
  type: 'email.bounced',
  created_at: '2026-11-20T08:01:00Z',
  data: { to: [ANN], bounce: { type: 'Permanent', subType: 'General', message: 'no mailbox' } },
}

test('a permanent bounce suppresses the address at once', async () => {
  const { app, site, box, jobs, clock } = await mailWorld()
  await subscribeAll(app, [ANN, ...readers(1)])
  expect((await site.request('/webhooks/resend', await signed(BOUNCE))).status).toBe(204)
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.delivered.map(({ to }) => to)).toEqual(readers(1))
})

test('complaints and the provider’s own list suppress, whatever may pass does not', async () => {
  const { app, site } = await mailWorld()
  const data = { to: ['Ann <ANN@example.org>'] }
  const passing = { ...BOUNCE, data: { ...data, bounce: { type: 'Transient' } } }
  const events = [
    [passing, 0],
    [{ type: 'email.delivered', data }, 0],
    [{ type: 'contact.created', data: { email: ANN } }, 0],
    [{ type: 'suppression.added', data: { email: 'bob@example.org', origin: 'bounce' } }, 1],
    [{ type: 'email.complained', data }, 2],
    [BOUNCE, 2],
  ] as const
  for (const [event, count] of events) {
    expect((await site.request('/webhooks/resend', await signed(event))).status).toBe(204)
    const kept = await app.db.prepare('SELECT count(*) AS n FROM suppressions').first('n')
    expect(kept, event.type).toBe(count)
  }
})

test('three bounces in a row that may pass suppress; a mail that came in between begins anew', async () => {
  const { app, site, later } = await mailWorld()
  await subscribeAll(app, [ANN])
  const soft = { ...BOUNCE, data: { to: [ANN], bounce: { type: 'Transient' } } }
  const happens = async (event: object) => {
    later(24)
    await site.request('/webhooks/resend', await signed({ ...event, created_at: app.now() }))
    return await app.db.prepare('SELECT count(*) AS n FROM suppressions').first('n')
  }
  await happens(soft)
  await happens(soft)
  await happens({ type: 'email.delivered', data: { to: [ANN] } })
  expect([await happens(soft), await happens(soft), await happens(soft)]).toEqual([0, 0, 1])
})

test('the same bounce told three times counts once', async () => {
  const { app, site } = await mailWorld()
  await subscribeAll(app, [ANN])
  const soft = { ...BOUNCE, data: { to: [ANN], bounce: { type: 'Transient' } } }
  const request = await signed(soft, { id: 'event-2', at: Date.now() })
  for (let time = 0; time < 3; time += 1) await site.request('/webhooks/resend', request)
  expect(await app.db.prepare('SELECT count(*) AS n FROM suppressions').first('n')).toBe(0)
  expect(await app.db.prepare('SELECT count(*) AS n FROM soft_bounces').first('n')).toBe(1)
})

test('too many bounces pause the sending of issues until the operator resumes', async () => {
  const { app, box, jobs, logged, later } = await issueFor(120)
  await runMailJob(app, { kind: 'plan', issue: '2026-W47' })
  await runMailJob(app, { kind: 'send', issue: '2026-W47', chunk: 0 })
  const tags = { kind: 'digest', issue: '2026-W47', chunk: '0' }
  for (const [nth, { to }] of box.delivered.slice(0, 5).entries()) {
    await takeEvent(app, `bounce-${nth}`, { ...BOUNCE, data: { ...BOUNCE.data, to: [to], tags } })
  }
  expect(logged.join()).toContain('5 bounces of 100 mails')
  await drain(app, jobs)
  later(1)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(100)
  expect(await unpauseSending(app)).toBe(true)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(120)
  expect(await unpauseSending(app)).toBe(false)
})

test('a missing, wrong or old signature is refused, and nothing is kept', async () => {
  const { app, site } = await mailWorld()
  const good = await signed(BOUNCE)
  const wrong = [
    { ...good, headers: {} },
    { ...good, headers: { ...good.headers, 'svix-signature': 'v1,AAAA' } },
    { ...good, headers: { ...good.headers, 'svix-id': 'another' } },
    { ...good, body: good.body.replace(ANN, 'bob@example.org') },
    await signed(BOUNCE, { id: 'old', at: Date.now() - 6 * 60_000 }),
  ]
  for (const request of wrong) {
    expect((await site.request('/webhooks/resend', request)).status).toBe(401)
  }
  expect(await app.db.prepare('SELECT count(*) AS n FROM webhook_events').first('n')).toBe(0)
  expect(await app.db.prepare('SELECT count(*) AS n FROM suppressions').first('n')).toBe(0)
})

test('a signed body that is no event is refused in other words', async () => {
  const { site } = await mailWorld()
  expect((await site.request('/webhooks/resend', await signed({ hello: 1 }))).status).toBe(422)
})

test('the same event a second time does nothing, even when the address was freed since', async () => {
  const { app, site } = await mailWorld()
  const request = await signed(BOUNCE, { id: 'event-1', at: Date.now() })
  await site.request('/webhooks/resend', request)
  await app.db.prepare('DELETE FROM suppressions').run()
  expect((await site.request('/webhooks/resend', request)).status).toBe(204)
  await Promise.all([takeEvent(app, 'event-1', BOUNCE), takeEvent(app, 'event-1', BOUNCE)])
  expect(await app.db.prepare('SELECT count(*) AS n FROM suppressions').first('n')).toBe(0)
})

test('without the secret nothing is taken', async () => {
  const { app } = await mailWorld()
  const site = http({ ...app, config: { ...app.config, webhookSecret: null } })
  expect((await site.request('/webhooks/resend', await signed(BOUNCE))).status).toBe(503)
})

/** The event as Resend posts it (standardwebhooks.com, with svix's names of the headers). */
