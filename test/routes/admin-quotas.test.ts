import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { adminMail } from './admin-mail.ts'

test('what is used is told with who counts, the nearest to its limit first', async () => {
  const { api, app, page } = await adminMail()
  app.config.mail.quota = { day: 100, month: 3000 }
  const day = app.now().toISOString().slice(0, 10)
  await env.DB.prepare(
    "INSERT INTO usage VALUES (?1, 'mails', 40), ('2026-11-01', 'mails', 60), (?1, 'messages', 200)",
  )
    .bind(day)
    .run()
  const { meters, first } = await (await api('/quotas')).json<{
    meters: { name: string; used: number; by: string }[]
    first: { name: string }
  }>()
  const used = Object.fromEntries(meters.map(({ name, used }) => [name, used]))
  expect(used).toMatchObject({ 'mails today': 40, 'mails this month': 100 })
  expect(used['operations of queues']).toBe(600)
  expect(used['size of the database (bytes)']).toBeGreaterThan(10_000)
  expect(first.name).toBe('mails today')
  expect(await (await page('/quotas')).text()).toContain('Nearest to its limit: mails today, 40 %')
})
