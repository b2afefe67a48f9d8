import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, onTestFinished, test, vi } from 'vitest'
import { parse } from 'yaml'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { resumeSending, runMailJob } from '../../src/digest/digest.ts'
import { composeDue } from '../../src/digest/due.ts'
import { resendMailer } from '../../src/digest/resend.ts'
import { NEWS, openWorld, subscribePeople } from '../exactly-once/world.ts'

const SPEC = new URL('../../../shared/specs/resend-openapi.yaml', import.meta.url)
const described = test.skipIf(!existsSync(SPEC))
const suffix = existsSync(SPEC) ? '' : ' (skipped: ../shared/specs is not here)'

described(`what the sender sends and hears is as Resend describes it${suffix}`, async () => {
  const answers: unknown[] = []
  const { mailbox, world } = await openWire()
  const ask = globalThis.fetch
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    const answer = await ask(...args)
    answers.push(await answer.clone().json())
    return answer
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  await subscribePeople(world.app, [person('ann@example.org'), person('bad address')])
  world.clock.now = Date.parse('2026-11-20T08:00:00.000Z')
  await composeDue(world.app, world.app.now(), () => Promise.resolve(NEWS))
  await resumeSending(world.app)
  for (let job = world.jobs.shift(); job; job = world.jobs.shift()) await runMailJob(world.app, job)

  expect(mailbox.mails()).toHaveLength(1)
  const check = loadSpec()
  const [request] = mailbox.requests
  const mails: unknown[] = JSON.parse(request?.body ?? '[]')
  expect(mails).toHaveLength(2)
  for (const mail of mails) expect(check('SendEmailRequest', mail)).toEqual([])
  // The description of a batch's answer is that of strict validation; the SDK's types know errors.
  for (const answer of answers) {
    expect(check('CreateBatchEmailsResponse', answer, ['errors'])).toEqual([])
  }
  expect(batchParameters()).toContain('Idempotency-Key')
})

async function openWire() {
  const mailbox = await startMailbox({ rateLimit: Number.POSITIVE_INFINITY })
  onTestFinished(() => mailbox.close())
  const world = openWorld('2026-11-18T12:00:00.000Z', null)
  world.app.mailer = resendMailer({ apiKey: 're_test', baseUrl: mailbox.url })
  return { mailbox, world }
}

function person(address: string) {
  return {
    address,
    choice: 'weekly',
    isConfirmed: true,
    isSuppressed: false,
    pausedUntil: null,
  } as const
}

/** The headers that the description of POST /emails/batch names. */
function batchParameters(): string[] {
  const { paths } = parse(readFileSync(SPEC, 'utf8'))
  const parameters: { name?: string; $ref?: string }[] =
    paths['/emails/batch'].post.parameters ?? []
  return parameters.map(({ name, $ref }) => name ?? $ref ?? '')
}

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
