import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { Resend } from 'resend'
import { expect, onTestFinished, test } from 'vitest'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { MAIL, openMailbox } from './mailbox-help.ts'

const SECRET = 'whsec_dGVzdC13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5'

test('a taken mail is told as sent, then as delivered', async () => {
  const receiver = await openReceiver()
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  const tags = [{ name: 'kind', value: 'digest' }]
  const { data } = await resend.emails.send({ ...MAIL, tags, headers: { 'List-Id': '<x>' } })
  await mailbox.settled()
  expect(receiver.events().map(({ type }) => type)).toEqual(['email.sent', 'email.delivered'])
  expect(receiver.events()[0]?.data).toMatchObject({
    email_id: data?.id,
    to: MAIL.to,
    subject: MAIL.subject,
    tags: { kind: 'digest' },
    headers: [{ name: 'List-Id', value: '<x>' }],
  })
})

test("the SDK's own check accepts the signature, and refuses it for another body or secret", async () => {
  const receiver = await openReceiver()
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  await resend.emails.send(MAIL)
  await mailbox.settled()
  const [seen] = receiver.seen
  const other = `whsec_${Buffer.from('another secret').toString('base64')}`
  expect(verify(seen?.body, seen?.headers, SECRET)).toMatchObject({ type: 'email.sent' })
  expect(() => verify(`${seen?.body} `, seen?.headers, SECRET)).toThrow('No matching signature')
  expect(() => verify(seen?.body, seen?.headers, other)).toThrow('No matching signature')
})

test.for([
  ['delivered@resend.dev', ['email.sent', 'email.delivered'], 'delivered'],
  ['bounced+week47@resend.dev', ['email.sent', 'email.bounced'], 'bounced'],
  [
    'Ann <complained@resend.dev>',
    ['email.sent', 'email.delivered', 'email.complained'],
    'complained',
  ],
  ['suppressed@resend.dev', ['email.suppressed'], 'suppressed'],
] as const)('%s ends as its name says', async ([to, types, last]) => {
  const receiver = await openReceiver()
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  const { data } = await resend.emails.send({ ...MAIL, to })
  await mailbox.settled()
  expect(receiver.events().map(({ type }) => type)).toEqual(types)
  expect((await resend.emails.get(data?.id ?? '')).data?.last_event).toBe(last)
})

test('a bounce is permanent and names only the recipient that it befell', async () => {
  const receiver = await openReceiver()
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  await resend.emails.send({ ...MAIL, to: ['bounced@resend.dev', 'reader@status.example'] })
  await mailbox.settled()
  const bounce = receiver.events().find(({ type }) => type === 'email.bounced')
  expect(bounce?.data).toMatchObject({ to: ['bounced@resend.dev'], bounce: { type: 'Permanent' } })
})

test('an event that is not taken comes again under the same id', async () => {
  const receiver = await openReceiver([500, 200, 200])
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  await resend.emails.send(MAIL)
  await mailbox.settled()
  const ids = receiver.seen.map(({ headers }) => headers['svix-id'])
  expect(receiver.events().map(({ type }) => type)).toEqual([
    'email.sent',
    'email.sent',
    'email.delivered',
  ])
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})

test('a test can deliver any event on a mail, twice the same, too old or wrongly signed', async () => {
  const receiver = await openReceiver([200, 200, 200, 200, 401])
  const { mailbox, resend } = await openMailbox({ webhook: { url: receiver.url, secret: SECRET } })
  const { data } = await resend.emails.send(MAIL)
  await mailbox.settled()
  const id = data?.id ?? ''
  const bounce = { type: 'Transient', subType: 'MailboxFull', message: 'full', diagnosticCode: [] }
  await mailbox.deliver(id, 'bounced', { data: { bounce }, svixId: 'msg_1' })
  await mailbox.deliver(id, 'bounced', { data: { bounce }, svixId: 'msg_1' })
  const status = await mailbox.deliver(id, 'complained', { svixTimestamp: 1_000_000_000 })
  const [first, second, old] = receiver.seen.slice(2)
  expect(first?.headers['svix-id']).toBe('msg_1')
  expect(second?.body).toContain('"type":"Transient"')
  expect(status).toBe(401)
  expect(() => verify(old?.body, old?.headers, SECRET)).toThrow('too old')
})

test('a webhook that nobody answers does not hold the sender up', async () => {
  const receiver = await openReceiver([500, 500, 500, 500])
  const lines: string[] = []
  const webhook = { url: receiver.url, secret: SECRET }
  const { resend } = await openMailbox({ webhook, report: (line) => lines.push(line) })
  const { error } = await resend.emails.send(MAIL)
  expect(error).toBeNull()
  expect(lines).toEqual([]) // it is given up, and that is told, only later
})

test('a webhook beyond this machine is refused at the start', async () => {
  const webhook = { url: 'https://status.example/webhooks', secret: SECRET }
  await expect(startMailbox({ webhook })).rejects.toThrow('loopback')
})

/** A receiver that keeps what it gets and answers these statuses in turn, then 200. */
async function openReceiver(statuses: number[] = []) {
  const seen: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('')
    seen.push({ headers: request.headers, body })
    response.writeHead(statuses[seen.length - 1] ?? 200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const events = () => seen.map(({ body }) => JSON.parse(body))
  return { url: `http://127.0.0.1:${port}/webhooks/resend`, seen, events }
}

function verify(payload = '', headers: IncomingHttpHeaders = {}, webhookSecret: string) {
  return new Resend('re_test').webhooks.verify({
    payload,
    headers: {
      id: String(headers['svix-id']),
      timestamp: String(headers['svix-timestamp']),
      signature: String(headers['svix-signature']),
    },
    webhookSecret,
  })
}
