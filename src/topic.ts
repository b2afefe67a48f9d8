import { z } from 'zod'

/** Roles of the people of a topic; `author` wrote what the film is based on. */
export const ROLES = [
  'director',
  'producer',
  'writer',
  'actor',
  'studio',
  'author',
  'other',
] as const

const name = z.string().trim().min(1)
const isoDay = z.iso.date()

/** A film that is tracked; the form of config/topic.ts and of a `--topic` file. */
export const topicSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: name,
  aliases: z.array(name),
  first_film: z.looseObject({ title: name, released: isoDay.nullish() }).nullable(),
  people: z.array(z.object({ name, aliases: z.array(name), role: z.enum(ROLES) })),
  studios: z.array(name),
  outlets: z.array(z.object({ name, domain: z.string().min(3) })).default([]),
})

export type Topic = z.infer<typeof topicSchema>
export type Person = Topic['people'][number]
