import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { eventBody, eventsOf } from '../../demo/mailbox/event.ts'
import { LAST_EVENTS } from '../../demo/mailbox/mail.ts'
import { MAIL, openMailbox } from './mailbox-help.ts'

const SPEC = new URL('../../../shared/specs/resend-openapi.yaml', import.meta.url)
const described = test.skipIf(!existsSync(SPEC))
const name = (what: string) =>
  existsSync(SPEC) ? what : `${what} (skipped: ../shared/specs is not here)`

described(name('the answers to sending are as Resend describes them'), async () => {
  const { resend } = await openMailbox()
  const check = loadSpec()
  expect(check('SendEmailResponse', (await resend.emails.send(MAIL)).data)).toEqual([])
  expect(check('CreateBatchEmailsResponse', (await resend.batch.send([MAIL])).data)).toEqual([])
})

described(name('a mail that is read back is as Resend describes it'), async () => {
  const { resend } = await openMailbox()
  const { data } = await resend.emails.send({ ...MAIL, cc: 'a@b.example', replyTo: 'c@d.example' })
  const read = await resend.emails.get(data?.id ?? '')
  const list = await resend.emails.list()
  const check = loadSpec()
  // The SDK's types know tags; the description does not yet.
  expect(check('Email', read.data, ['tags'])).toEqual([])
  expect(check('ListEmailsResponse', list.data)).toEqual([])
})

described(name('what the SDK sends is as Resend describes it'), async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send({ ...MAIL, tags: [{ name: 'a', value: 'b' }], headers: { A: 'b' } })
  const body = JSON.parse(mailbox.requests[0]?.body ?? '')
  expect(loadSpec()('SendEmailRequest', body)).toEqual([])
})

described.for(LAST_EVENTS)(name('the event %s is as Resend describes it'), async (event) => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send({ ...MAIL, tags: [{ name: 'a', value: 'b' }], headers: { A: 'b' } })
  const [mail] = mailbox.mails()
  const body = mail && eventBody(mail, { event, to: mail.to }, Date.now())
  const pascal = event.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase())
  expect(mail && eventsOf(mail)).toHaveLength(2)
  expect(loadSpec()(`Email${pascal}Event`, body)).toEqual([])
})

/** Checks a value against a schema of the description; undescribed fields on top are faults too. */
function loadSpec() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(parse(readFileSync(SPEC, 'utf8')), 'resend', undefined, false)
  return (schema: string, value: unknown, also: string[] = []) => {
    const isValid = ajv.compile({
      $ref: `resend#/components/schemas/${schema}`,
      properties: Object.fromEntries(also.map((field) => [field, true])),
      unevaluatedProperties: false,
    })
    return isValid(value) ? [] : isValid.errors
  }
}
