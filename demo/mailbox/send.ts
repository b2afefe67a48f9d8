import { randomUUID } from 'node:crypto'
import { type ApiError, apiError } from './api-error.ts'
import { eventsOf } from './event.ts'
import type { StoredMail } from './mail.ts'
import { type Payload, readPayload } from './payload.ts'

const LARGEST_BATCH = 100

export type SendContext = {
  now: number
  idempotencyKey: string | null
  /** The header x-batch-validation. */
  validation: string
}

/** The mails to take with the answer to give, or the error for all of them. */
export type Sent =
  | { kind: 'taken'; mails: StoredMail[]; answer: Record<string, unknown> }
  | { kind: 'refused'; error: ApiError }

/** POST /emails */
export function sendOne(body: unknown, context: SendContext): Sent {
  const read = readPayload(body)
  if (read.kind === 'refused') return read
  const mail = mailOf(read.payload, context, null)
  return { kind: 'taken', mails: [mail], answer: { id: mail.id } }
}

/**
 * POST /emails/batch. Strict: one wrong mail refuses all. Permissive: the good ones are taken, the
 * others are told by index. https://resend.com/docs/api-reference/emails/batch-validation-modes
 */
export function sendBatch(body: unknown, context: SendContext): Sent {
  const { validation } = context
  if (!Array.isArray(body)) return refused('The batch must be an array of emails.')
  if (body.length < 1) return refused('The batch must contain at least one email.')
  if (body.length > LARGEST_BATCH) {
    return refused(`The batch can contain at most ${LARGEST_BATCH} emails.`)
  }
  if (validation !== 'strict' && validation !== 'permissive') {
    return refused('The `x-batch-validation` header must be `strict` or `permissive`.')
  }
  const reads = body.map(readBatched)
  const errors = reads.flatMap((r, index) =>
    r.kind === 'refused' ? [{ index, error: r.error }] : [],
  )
  if (validation === 'strict' && errors[0]) return { kind: 'refused', error: errors[0].error }
  const mails = reads.flatMap((r, index) =>
    r.kind === 'payload' ? [mailOf(r.payload, context, index)] : [],
  )
  const data = mails.map(({ id }) => ({ id }))
  if (validation === 'strict') return { kind: 'taken', mails, answer: { data } }
  const told = errors.map(({ index, error }) => ({ index, message: error.message }))
  return { kind: 'taken', mails, answer: { data, errors: told } }
}

function refused(message: string): Sent {
  return { kind: 'refused', error: apiError('validation_error', message) }
}

function readBatched(body: unknown): ReturnType<typeof readPayload> {
  const read = readPayload(body)
  if (read.kind === 'refused' || !read.payload.attachments) return read
  const message = 'The `attachments` field is not supported in batches.'
  return { kind: 'refused', error: apiError('validation_error', message) }
}

function mailOf(payload: Payload, context: SendContext, batchIndex: number | null): StoredMail {
  const id = randomUUID()
  const mail: StoredMail = {
    id,
    messageId: `<${id}@mailbox.localhost>`,
    from: payload.from,
    to: payload.to,
    cc: payload.cc ?? [],
    bcc: payload.bcc ?? [],
    subject: payload.subject,
    html: payload.html ?? null,
    text: payload.text ?? null,
    replyTo: payload.reply_to ?? [],
    headers: payload.headers ?? {},
    tags: payload.tags ?? [],
    attachments: (payload.attachments ?? []).map(({ filename }) => filename ?? 'unnamed'),
    topicId: payload.topic_id ?? null,
    createdAt: new Date(context.now).toISOString(),
    idempotencyKey: context.idempotencyKey,
    batchIndex,
    lastEvent: 'sent',
  }
  return { ...mail, lastEvent: eventsOf(mail).at(-1)?.event ?? 'sent' }
}
