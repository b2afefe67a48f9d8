import type { Context } from 'hono'
import { z } from 'zod'
import { CHOICE_IDS, type Choice } from '../choice.ts'
import { parseAddress } from '../digest/address.ts'
import { FORMS, type FormName, TRAP_FIELD } from './subscribe.form.tsx'
import { ANSWER_FIELD } from './turnstile.tsx'

const wishSchema = z.object({
  email: z.string().max(400),
  form: z.enum(FORMS).catch('home'),
  choice: z.enum(CHOICE_IDS).default('weekly'),
  sure: z.coerce.boolean().catch(false),
  [ANSWER_FIELD]: z.string().catch(''),
  [TRAP_FIELD]: z.string().catch(''),
})

/** A wish to subscribe as it came, read. */
export type AskedWish = {
  isJson: boolean
  /** As it was typed. */
  typed: string
  /** Null for what can be no address. */
  address: string | null
  form: FormName
  choice: Choice
  /** Whether a choice was named that there is not. */
  isBadChoice: boolean
  /** Whether the address is meant as it is, although it looks like a slip. */
  isSure: boolean
  /** What the check for persons put into the form. */
  answer: string
  /** Whether the field was filled in that people do not see. */
  isTrapped: boolean
}

/** Reads a wish from a form or JSON; what cannot be read is a wish without an address. */
export async function readWish(c: Context): Promise<AskedWish> {
  const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false
  const { data, error } = wishSchema.safeParse(await bodyOf(c, isJson))
  return {
    isJson,
    typed: data?.email ?? '',
    address: data ? parseAddress(data.email) : null,
    form: isJson ? 'api' : (data?.form ?? 'home'),
    choice: data?.choice ?? 'weekly',
    isBadChoice: error?.issues.some(({ path }) => path[0] === 'choice') ?? false,
    isSure: data?.sure ?? false,
    answer: data?.[ANSWER_FIELD] ?? '',
    isTrapped: Boolean(data?.[TRAP_FIELD]),
  }
}

/** The body as data; null where it is not what it says to be. */
async function bodyOf(c: Context, isJson: boolean): Promise<unknown> {
  try {
    return isJson ? await c.req.json() : await c.req.parseBody()
  } catch {
    return null // malformed: the same as a body without an address
  }
}
