import { expect, test } from 'vitest'
import { readers, subscribeAll, suppressAddress } from '../digest/people.ts'
import { dump } from '../digest/tables.ts'
import { adminMail } from './admin-mail.ts'

const ME = 'Editor+Test@example.org'
const ID = '2026-W47'

type Preview = {
  id: string
  state: string
  isWanted: boolean
  why: string | null
  mail: { subject: string; html: string; text: string }
}

test('the next issue can be looked at before it is made, and nothing is kept', async () => {
  const { api, app, page, ask } = await adminMail()
  const before = await dump(app.db)
  const preview = await (await api('/digest/preview')).json<Preview>()
  expect(preview).toMatchObject({ id: ID, state: 'to come', isWanted: true })
  expect(preview.mail.text).toContain('/unsubscribe?token=preview')
  const shown = await page('/digest/preview')
  expect(shown.headers.get('content-security-policy')).toContain("frame-src 'self'")
  const html = await shown.text()
  expect(html).toContain('<iframe')
  expect(html).toContain('sandbox=""')
  const mail = await ask('/admin/digest/mail?choice=weekly')
  expect(await mail.text()).toBe(preview.mail.html)
  const policy = mail.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('script-src')
  expect(await dump(app.db)).toBe(before)
})

test('any week and choice can be looked at, and who would get it is told', async () => {
  const { api } = await adminMail()
  const past = await (await api('/digest/preview?week=2023-W40&choice=news')).json<Preview>()
  expect(past).toMatchObject({ id: '2023-W40', state: 'of then' })
  const change = await (await api('/digest/preview?choice=changes')).json<Preview>()
  expect(change).toMatchObject({ isWanted: false, why: 'nobody was told of a status yet' })
  expect((await api('/digest/preview?week=2023-W60')).status).toBe(422)
  expect((await api('/digest/preview?week=soon')).status).toBe(400)
})

test('a test goes to the typed address only, counts as no delivery, and leaves no address', async () => {
  const { api, app, box, acts, logged } = await adminMail()
  await subscribeAll(app, readers(2))
  expect((await api('/digest/test', { to: ME })).status).toBe(200)
  expect(box.delivered.map(({ to }) => to)).toEqual([ME])
  expect(box.delivered[0]?.subject).toMatch(/^Test: /)
  expect(box.delivered[0]?.tags).toContainEqual({ name: 'kind', value: 'test' })
  const kept = await dump(app.db)
  expect(kept.toLowerCase()).not.toContain('editor')
  expect(logged.join().toLowerCase()).not.toContain('editor')
  expect((await app.db.prepare('SELECT 1 FROM deliveries').all()).results).toEqual([])
  expect((await acts())[0]).toMatchObject({ act: 'send test mail', subject: ID })
})

test('two clicks send one test', async () => {
  const { api, box } = await adminMail()
  for (let click = 0; click < 2; click++) await api('/digest/test', { to: ME })
  expect(box.delivered.length).toBe(1)
})

test('no test goes to an address that must not be mailed, or is none', async () => {
  const { api, app, box } = await adminMail()
  await suppressAddress(app, ME)
  expect((await api('/digest/test', { to: ME })).status).toBe(409)
  expect((await api('/digest/test', { to: 'nobody' })).status).toBe(422)
  expect(box.calls).toEqual([])
})

test('what the provider says against a test is shown, and the log has it', async () => {
  const { api, box, acts } = await adminMail()
  box.trouble = () => ({
    isTaken: false,
    result: { kind: 'refused', reason: '422 for a@b.example' },
  })
  const answer = await api('/digest/test', { to: ME })
  expect(answer.status).toBe(502)
  expect(await answer.text()).toContain('422 for <address>')
  expect(await acts()).toMatchObject([
    { act: 'send test mail', subject: ID, after: { outcome: 'refused' } },
    { act: 'send test mail', subject: ID, after: null },
  ])
})
