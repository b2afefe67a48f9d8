import { expect, test } from 'vitest'
import { confirm } from '../../src/digest/confirm.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { linkSigner } from '../../src/token.ts'
import { subscribeAll, suppressAddress } from './people.ts'
import { form, linkIn, mailWorld } from './world.ts'

const ANN = 'Ann+Film@example.org'
const WISH = { address: ANN, form: 'home', textVersion: '1' }

test('the confirmation mail has one link, no news, and says how long it works', async () => {
  const { app, box } = await mailWorld()
  await subscribe(app, WISH)
  const [mail] = box.delivered
  expect(mail?.to).toBe(ANN)
  expect(mail?.subject).toBe('Confirm: a weekly mail about the sequel to Glass Harbor')
  expect(mail?.html.match(/href="[^"]+"/g)).toHaveLength(1)
  expect(mail?.html).toContain(linkIn(mail, '/confirm'))
  expect(mail?.text).toContain('48 hours')
})

test('an address gets at most three confirmation mails an hour', async () => {
  const { app, box, later } = await mailWorld()
  for (let time = 0; time < 5; time += 1) await subscribe(app, WISH)
  expect(box.calls).toHaveLength(3)
  later(1.1)
  await subscribe(app, { ...WISH, address: ANN.toLowerCase() })
  expect(box.calls).toHaveLength(4)
})

test('a suppressed address is never mailed', async () => {
  const { app, box } = await mailWorld()
  await suppressAddress(app, ANN)
  await subscribe(app, WISH)
  expect(box.calls).toEqual([])
})

test('the answer is the same for a new, a known and a suppressed address', async () => {
  const { app, site, box } = await mailWorld()
  await subscribeAll(app, ['known@example.org'])
  await suppressAddress(app, 'suppressed@example.org')
  const answers = await Promise.all(
    ['new@example.org', 'known@example.org', 'suppressed@example.org'].map(async (address) => {
      const answer = await site.request('/subscribe', form({ email: address }))
      return [answer.status, [...answer.headers], await answer.text()]
    }),
  )
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect(box.delivered.map(({ to }) => to)).toEqual(['new@example.org'])
})

test('a link is of no use after two days', async () => {
  const { app, box, later } = await mailWorld()
  await subscribe(app, WISH)
  const token = tokenIn(box.delivered[0])
  later(48)
  expect(await confirm(app, token)).toBe('closed')
})

test('whoever left is not brought back by an old link', async () => {
  const { app, site, box } = await mailWorld()
  await subscribe(app, WISH)
  await subscribe(app, WISH)
  const [first, second] = box.delivered.map(tokenIn)
  await confirm(app, first ?? '')
  const id = await app.db.prepare('SELECT id FROM subscribers').first<string>('id')
  const sign = await linkSigner(app.config.secretKey, 'unsubscribe')
  await site.request(`/unsubscribe?token=${await sign(id ?? '')}`, { method: 'POST' })
  expect(await confirm(app, first ?? '')).toBe('closed')
  expect(await confirm(app, second ?? '')).toBe('closed')
})

test('whoever left can come back, by a new mail', async () => {
  const { app, box } = await mailWorld()
  await subscribeAll(app, [ANN])
  await app.db
    .prepare('UPDATE subscribers SET unsubscribed_at = ?1')
    .bind(app.now().toISOString())
    .run()
  await subscribe(app, WISH)
  expect(await confirm(app, tokenIn(box.delivered[0]))).toBe('confirmed')
  const row = await app.db.prepare('SELECT unsubscribed_at FROM subscribers').first()
  expect(row).toEqual({ unsubscribed_at: null })
})

test('neither address nor token can be read from the database', async () => {
  const { app, box, logged } = await mailWorld()
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: `no ${ANN} here` } })
  await subscribe(app, WISH)
  const token = tokenIn(box.delivered[0])
  const rows = await app.db.batch([
    app.db.prepare('SELECT * FROM subscribers'),
    app.db.prepare('SELECT * FROM confirmations'),
  ])
  const kept = JSON.stringify([rows.map(({ results }) => results), logged]).toLowerCase()
  expect(kept).toContain('unknown')
  expect(kept).not.toContain('ann+film')
  expect(kept).not.toContain(token.toLowerCase())
})

test('a consent is kept with its form, the words agreed to, and its times', async () => {
  const { app, box, later } = await mailWorld()
  await subscribe(app, { address: ANN, form: 'home', textVersion: '2026-11' })
  later(1)
  await confirm(app, tokenIn(box.delivered[0]))
  const proof = await app.db
    .prepare('SELECT form, text_version, requested_at, used_at FROM confirmations')
    .first()
  expect(proof).toEqual({
    form: 'home',
    text_version: '2026-11',
    requested_at: '2026-11-18T12:00:00.000Z',
    used_at: '2026-11-18T13:00:00.000Z',
  })
})

function tokenIn(mail: { text: string } | undefined): string {
  return linkIn(mail, '/confirm').split('token=')[1] ?? ''
}
