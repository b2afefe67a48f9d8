import { z } from 'zod'

/** The columns of an exported list; an import needs the first five. */
export const COLUMNS = [
  'email',
  'confirmed_at',
  'form',
  'text',
  'source',
  'choice',
  'paused_until',
  'unsubscribed_at',
  'suppressed',
] as const

const moment = z.iso.datetime({ offset: true, error: 'no time as 2026-11-21T08:00:00Z' })
const proof = z.string().trim().min(1, 'empty, and without it there is no proof of consent')
const maybe = z.string().trim().default('')

const recordSchema = z.object({
  email: z.string().trim().min(1),
  confirmed_at: moment,
  form: proof,
  text: proof,
  source: proof,
  choice: maybe.pipe(z.enum(['', 'weekly', 'news', 'changes'])),
  paused_until: maybe.pipe(z.union([z.literal(''), moment])),
  unsubscribed_at: maybe,
  suppressed: maybe,
})

/** What the site gives of its subscribers, a page at a time. */
export const exportedSchema = z.object({
  subscribers: z.array(
    z.object({
      email: z.string(),
      confirmedAt: z.string(),
      unsubscribedAt: z.string().nullable(),
      choice: z.string(),
      pausedUntil: z.string().nullable(),
      suppressed: z.string().nullable(),
      form: z.string().nullable(),
      text: z.string().nullable(),
      source: z.string(),
    }),
  ),
  next: z.string().nullable(),
})

type Exported = z.infer<typeof exportedSchema>['subscribers'][number]

/** A record of a list as the site takes it, or why it cannot be. */
export function readRecord(
  record: unknown,
): { kind: 'row'; row: object } | { kind: 'bad'; why: string } {
  const { data, error } = recordSchema.safeParse(record)
  if (error) return { kind: 'bad', why: wordsOf(error) }
  return {
    kind: 'row',
    row: {
      email: withoutGuard(data.email),
      confirmedAt: data.confirmed_at,
      form: withoutGuard(data.form),
      text: withoutGuard(data.text),
      source: withoutGuard(data.source),
      choice: data.choice || 'weekly',
      pausedUntil: data.paused_until || null,
      hasLeft: Boolean(data.unsubscribed_at || data.suppressed),
    },
  }
}

/** A subscriber as a record of a list. */
export function recordOf(subscriber: Exported): Record<(typeof COLUMNS)[number], string> {
  return {
    email: subscriber.email,
    confirmed_at: subscriber.confirmedAt,
    form: subscriber.form ?? '',
    text: subscriber.text ?? '',
    source: subscriber.source,
    choice: subscriber.choice,
    paused_until: subscriber.pausedUntil ?? '',
    unsubscribed_at: subscriber.unsubscribedAt ?? '',
    suppressed: subscriber.suppressed ?? '',
  }
}

/** An export puts ' before what a spreadsheet would take for a formula. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '')
}

function wordsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}
