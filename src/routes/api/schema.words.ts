import { z } from '@hono/zod-openapi'
import { STAGES } from '../../stage.ts'
import { ROLES } from '../../topic.ts'

/** Words that every part of the API uses, each with its meaning in the document. */

export const stage = z.enum(STAGES).openapi('Stage', {
  description:
    'How far the film is: rumored < talks < development < greenlit < pre-production < filming < ' +
    'post-production < released; beside the ladder stalled and cancelled.',
  example: 'development',
})

export const role = z.enum([...ROLES, 'insider', 'outlet']).openapi('Role', {
  description:
    'What somebody is to the film; an insider has no name, an outlet speaks in its own voice.',
  example: 'director',
})

export const modality = z
  .enum(['fact', 'plan', 'wish', 'denial', 'question', 'conditional', 'rumor'])
  .openapi('Modality', { description: 'How a statement is meant.', example: 'plan' })

export const moment = z.string().openapi({
  format: 'date-time',
  description: 'ISO 8601, UTC.',
  example: '2026-01-05T08:00:00Z',
})

/** A day, or the month or year where no more is known. */
export const day = z.string().openapi({
  pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  description: 'A day, or the month or year where no more is known.',
  example: '2026-01-05',
})

export const link = z.string().openapi({ format: 'uri', example: 'https://news.example/a' })

export const count = z.number().openapi({ type: 'integer', minimum: 0, example: 3 })

export const next = z.string().nullable().openapi({
  description: 'Where the list goes on, as a path on this site; null at its end.',
  example: null,
})
