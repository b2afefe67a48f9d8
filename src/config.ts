import { z } from 'zod'
import { adminsOf } from './admins.ts'
import type { Access, Config } from './app.ts'
import { PLANS } from './plan.ts'
import { parseSources, type Source } from './source.ts'
import { type Topic, topicSchema } from './topic.ts'

const MIN_SECRET = 32 // characters

const wholeNumber = (from: number, to: number) => z.coerce.number().int().min(from).max(to)

const varsSchema = z.object({
  SITE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  DIGEST_TIME_ZONE: z.string().refine(isTimeZone, 'no IANA time zone'),
  DIGEST_WEEKDAY: wholeNumber(1, 7),
  DIGEST_HOUR: wholeNumber(0, 23),
  MAIL_FROM: z.string().includes('@'),
  MAIL_REPLY_TO: z.string().includes('@'),
  POSTAL_ADDRESS: z.string().trim(),
  ADMIN_EMAIL: z.union([z.literal(''), z.email()]).default(''),
  MAIL_DAILY_QUOTA: quota(),
  MAIL_MONTHLY_QUOTA: quota(),
  KEEP_TEXT_DAYS: daysFrom(30, 365), // a page is looked at again for a week, a rule changes later
  KEEP_SCAN_DAYS: daysFrom(7, 90),
  KEEP_LOG_DAYS: daysFrom(30, 365),
  KEEP_MAIL_DAYS: daysFrom(30, 90), // an issue may be sent for 13 days, and a mail bounce for some more
  PLAN: z.literal(['', ...PLANS]).default(''),
  SECRET_KEY: keyRing(),
})

type Optional = Partial<
  Record<
    | 'ADMIN_EMAIL'
    | 'KEEP_LOG_DAYS'
    | 'KEEP_MAIL_DAYS'
    | 'KEEP_SCAN_DAYS'
    | 'KEEP_TEXT_DAYS'
    | 'MAIL_DAILY_QUOTA'
    | 'MAIL_MONTHLY_QUOTA'
    | 'PLAN',
    string
  >
>

/** The variables and secrets that a configuration is read from. */
export type Vars = {
  [Name in Exclude<keyof z.infer<typeof varsSchema>, keyof Optional>]: string
} & Optional & {
    TURNSTILE_SITE_KEY?: string
    /** A secret that only who uses Turnstile sets, so not one of those that wrangler.toml requires. */
    TURNSTILE_SECRET?: string
    ACCESS_TEAM?: string
    ACCESS_AUDIENCE?: string
    SOURCES: string
    TOPIC: string
    NEWSROOM: string
    ADMIN_TOKEN: string
    RESEND_WEBHOOK_SECRET: string
  }

/** Configuration from the environment; throws an Error that names each bad variable. */
export function configOf(
  vars: Vars,
  ours: { topic: Topic; sources: Source[]; version: string },
): Config {
  const parsed = varsSchema.safeParse(vars)
  if (!parsed.success) throw new Error(complaint(parsed.error))
  const { data } = parsed
  const topic = vars.TOPIC ? parseTopic(vars.TOPIC) : ours.topic
  return {
    topic,
    sources: vars.SOURCES ? parseSources(JSON.parse(vars.SOURCES)) : ours.sources,
    siteUrl: data.SITE_URL,
    agent: `${topic.id}-status`,
    version: ours.version,
    plan: data.PLAN || 'paid',
    newsroom: vars.NEWSROOM || null,
    digest: {
      timeZone: data.DIGEST_TIME_ZONE,
      weekday: data.DIGEST_WEEKDAY,
      hour: data.DIGEST_HOUR,
    },
    mail: {
      from: data.MAIL_FROM,
      replyTo: data.MAIL_REPLY_TO,
      postalAddress: data.POSTAL_ADDRESS,
      quota: { day: data.MAIL_DAILY_QUOTA, month: data.MAIL_MONTHLY_QUOTA },
      admin: data.ADMIN_EMAIL || null,
    },
    keep: {
      textDays: data.KEEP_TEXT_DAYS,
      scanDays: data.KEEP_SCAN_DAYS,
      logDays: data.KEEP_LOG_DAYS,
      mailDays: data.KEEP_MAIL_DAYS,
    },
    admins: adminsOf(vars.ADMIN_TOKEN ?? ''),
    access: accessOf(vars),
    webhookSecret: vars.RESEND_WEBHOOK_SECRET || null,
    secretKey: data.SECRET_KEY,
    turnstile: vars.TURNSTILE_SITE_KEY
      ? { siteKey: vars.TURNSTILE_SITE_KEY, secret: vars.TURNSTILE_SECRET || null }
      : null,
  }
}

/** Both variables, or Access is not used: a token for any other audience must not open anything. */
function accessOf({ ACCESS_TEAM: team, ACCESS_AUDIENCE: audience }: Vars): Access | null {
  if (!team && !audience) return null
  if (!audience || !/^[a-z0-9-]+$/.test(team ?? '')) {
    throw new Error('ACCESS_TEAM and ACCESS_AUDIENCE: a team name and an audience tag, or neither')
  }
  return { team: team ?? '', audience }
}

/** One secret, or several parted by space: the one in use first, then former ones. */
function keyRing() {
  return z
    .string()
    .transform((text) => text.trim().split(/\s+/))
    .pipe(z.tuple([z.string().min(MIN_SECRET)], z.string().min(MIN_SECRET)))
}

function parseTopic(json: string): Topic {
  const parsed = topicSchema.safeParse(JSON.parse(json))
  if (parsed.success) return parsed.data
  throw new Error(`TOPIC: ${complaint(parsed.error)}`)
}

/** A number of mails; empty for no limit. */
function quota() {
  return z
    .string()
    .regex(/^(?:[1-9]\d*)?$/, 'no number of mails')
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))
}

/** Days for which something is kept; empty for the usual. */
function daysFrom(least: number, usual: number) {
  return z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? usual : Number(text)))
    .pipe(z.number().int().min(least).max(36_500))
}

function complaint(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
