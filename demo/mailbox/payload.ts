import { z } from 'zod'
import { bareAddress } from './address.ts'
import { type ApiError, apiError } from './api-error.ts'

const MOST_RECIPIENTS = 50 // a field
const MOST_TAG_CHARS = 256

const TAG_TEXT = z
  .string()
  .max(MOST_TAG_CHARS, `Tags can contain no more than ${MOST_TAG_CHARS} characters.`)
  .regex(
    /^[A-Za-z0-9_-]+$/,
    'Tags should only contain ASCII letters, numbers, underscores, or dashes.',
  )

const ATTACHMENT = z.looseObject({
  filename: z.string().nullish(),
  content: z.unknown().optional(),
  path: z.string().nullish(),
})

/** Resend's SendEmailRequest, but for schedules and templates, which the stand-in has not. */
const PAYLOAD = z.strictObject({
  from: address('from'),
  to: addresses('to'),
  subject: z.string().regex(/^[^\r\n]*$/, 'The `\\n` is not allowed in the `subject` field.'),
  cc: addresses('cc').nullish(),
  bcc: addresses('bcc').nullish(),
  reply_to: addresses('reply_to').nullish(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  headers: z
    .record(
      z.string().regex(/^[!-9;-~]+$/, 'Invalid name in the `headers` field.'),
      z.string().regex(/^[^\r\n]*$/, 'The `\\n` is not allowed in the `headers` field.'),
    )
    .nullish(),
  tags: z.array(z.strictObject({ name: TAG_TEXT, value: TAG_TEXT })).nullish(),
  attachments: z.array(ATTACHMENT).nullish(),
  topic_id: z.string().nullish(),
})

export type Payload = z.infer<typeof PAYLOAD>

export type PayloadRead =
  | { kind: 'payload'; payload: Payload }
  | { kind: 'refused'; error: ApiError }

/** Reads one mail of a request body, or the error that Resend gives for the first wrong field. */
export function readPayload(body: unknown): PayloadRead {
  const record = z.record(z.string(), z.unknown()).safeParse(body)
  if (!record.success) return refused('validation_error', 'Each email must be an object.')
  const missing = firstMissing(record.data)
  if (missing) return refused('missing_required_field', `Missing ${missing} field.`)
  const read = PAYLOAD.safeParse(record.data)
  if (!read.success) return refused('validation_error', explain(read.error.issues[0]))
  const { attachments } = read.data
  if (attachments?.some((a) => !a.content && !a.path)) return refused('invalid_attachment')
  return { kind: 'payload', payload: read.data }
}

function firstMissing(record: Record<string, unknown>): string | null {
  const absent = ['from', 'to', 'subject'].find((field) => isBlank(record[field]))
  if (absent) return `\`${absent}\``
  return isBlank(record.html) && isBlank(record.text) ? '`html` or `text`' : null
}

function isBlank(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0
  return value === undefined || value === null || value === '' || isEmptyList
}

function refused(...error: Parameters<typeof apiError>): PayloadRead {
  return { kind: 'refused', error: apiError(...error) }
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'The request body is not valid.'
  // Resend's own reaction to a field it does not know is not documented: a typo should be seen.
  if (issue.code === 'unrecognized_keys') {
    return `The field \`${issue.keys.join('`, `')}\` is not known to this stand-in.`
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  if (issue.code !== 'invalid_type') return issue.message
  return `The \`${issue.path.join('.')}\` field must be ${issue.expected}.`
}

function address(field: string) {
  return z
    .string()
    .refine(
      (written) => bareAddress(written) !== null,
      `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
    )
}

function addresses(field: string) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .pipe(
      z
        .array(address(field))
        .max(
          MOST_RECIPIENTS,
          `The \`${field}\` field can contain at most ${MOST_RECIPIENTS} addresses.`,
        ),
    )
}
