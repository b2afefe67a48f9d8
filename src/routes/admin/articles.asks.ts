import { z } from 'zod'
import { FILTERS } from '../../db/admin/articles.ts'
import { STAGES } from '../../stage.ts'
import { MODALITIES } from '../../status/modality.ts'
import { ROLES } from '../../topic.ts'
import { askedCursor } from '../cursor.ts'

const A_PAGE = 30
const LONGEST = 200 // characters of a name, a cursor or an address in words

/** What a field holds that is to be taken away; JSON may say null. */
export const NOTHING = 'none'

const id = z.string().min(1).max(LONGEST)
const limit = z.coerce.number().int().min(1).max(100).default(A_PAGE)
const after = z.string().max(LONGEST).transform(askedCursor).optional()
const yesOrNo = z.enum(['yes', 'no'])

export const ONE = z.object({ id })
export const RELEVANCE = z.object({ id, relevant: yesOrNo })
export const GONE = z.object({ id, gone: yesOrNo })
export const INTO = z.object({ id, into: z.string().trim().min(1).max(2000) })
export const SOME_ARTICLES = z.object({
  find: z.string().trim().max(2000).optional(),
  filter: z.enum(FILTERS).optional(),
  after,
  limit,
})
export const SOME_STORIES = z.object({ after, limit })
export const SOME_CORRECTIONS = z.object({ before: id.optional(), limit })

/** The fields that a statement gets; what is left out stays as it is. */
export const STATEMENT = z
  .object({
    id,
    number: z.coerce.number().int().min(0),
    speaker: orNothing(z.string().trim().min(1).max(LONGEST)),
    role: z.enum([...ROLES, 'insider', 'outlet']).optional(),
    stage: orNothing(z.enum(STAGES)),
    modality: z.enum(MODALITIES).optional(),
    saidOn: orNothing(z.union([z.iso.date(), z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)])),
    givenTo: orNothing(z.string().trim().min(1).max(LONGEST)),
    strike: z.union([z.literal(true), z.literal('yes')]).optional(),
  })
  .strict()

export type WantedStatement = z.infer<typeof STATEMENT>

function orNothing<Value extends z.ZodType>(value: Value) {
  const empty = z.union([z.null(), z.literal(NOTHING).transform(() => null)])
  return z.union([empty, value]).optional()
}
