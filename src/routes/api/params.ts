import { z } from '@hono/zod-openapi'
import { askedCursor } from '../cursor.ts'
import { stage } from './schema.words.ts'

/** Parameters that several lists share, each checked and told of in the document. */

/** How many entries a page holds: so many may be asked for, so many come at once. */
export function limit(usual: number, most: number, atOnce = most) {
  const description =
    atOnce < most
      ? `Entries of a page, up to ${most}; ${atOnce} come at once.`
      : `Entries of a page, up to ${most}.`
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(usual)
    .transform((asked) => Math.min(asked, atOnce))
    .openapi({
      param: { name: 'limit', in: 'query', description },
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: usual,
    })
}

const LONGEST_CURSOR = 4000 // characters: the place of a long quotation

const after = z
  .string()
  .max(LONGEST_CURSOR)
  .transform(askedCursor)
  .optional()
  .openapi({
    param: { name: 'after', in: 'query', description: 'A place from an earlier `next`.' },
    type: 'string',
  })

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/

/** A day or a moment in UTC. */
export function time(name: string, description: string) {
  return z
    .string()
    .refine(isTime, 'neither a day (2023-10-05) nor a moment in UTC (2023-10-05T08:00:00Z)')
    .optional()
    .openapi({
      param: { name, in: 'query', description },
      type: 'string',
      example: '2023-10-05',
    })
}

function isTime(text: string): boolean {
  if (!TIME.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10))
}

/** Which part of a list: of a period, after a place. */
export const part = {
  after,
  since: time('since', 'Nothing before this day or moment.'),
  until: time('until', 'Nothing after this day or moment.'),
}

export const stageFilter = stage
  .optional()
  .openapi({ param: { name: 'stage', in: 'query', description: 'Only this stage.' } })

const name = z.string().min(1).max(200)

const source = name.optional().openapi({
  param: { name: 'source', in: 'query', description: 'Only what this source showed: its id.' },
})

export const person = name.optional().openapi({
  param: { name: 'person', in: 'query', description: 'Only with words of this person: a slug.' },
})

export const lang = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'no language tag, such as en or pt-BR')
  .optional()
  .openapi({
    param: { name: 'lang', in: 'query', description: 'Language tag; `en` finds `en-GB` too.' },
    example: 'en',
  })

const fresh = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()
  .openapi({
    param: { name: 'fresh', in: 'query', description: 'Only what was new, or only what was not.' },
    type: 'boolean',
  })

/** What of a list of articles, or of what they say. */
export const filters = { source, person, stage: stageFilter, lang, fresh }

/** Names of the members that an answer's entries shall have, of those that there are. */
export function fields<Name extends string>(names: Name[]) {
  const known = new Set<string>(names)
  return z
    .string()
    .transform((text, context) => {
      const asked = text.split(',').map((one) => one.trim())
      const strange = asked.filter((one) => !known.has(one))
      if (strange.length === 0) return asked
      context.addIssue(`there is no ${strange.join(', ')}; there are ${names.join(', ')}`)
      return z.NEVER
    })
    .optional()
    .openapi({
      param: {
        name: 'fields',
        in: 'query',
        description: `Only these members of each entry, parted by commas: ${names.join(', ')}.`,
      },
      type: 'string',
    })
}

export const idParam = z.object({
  id: z
    .string()
    .min(1)
    .max(LONGEST_CURSOR)
    .openapi({ param: { name: 'id', in: 'path', required: true } }),
})
