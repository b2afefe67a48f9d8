import type { Printed } from './shelf.ts'

export const INTERVIEW = [
  'Director Ines Quarrie sat down with the Lantern and spoke at length about the years since then.',
  '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie told the Lantern.',
]

/** The same words in another's text. */
export const REPEAT = [
  'There is word on Glass Harbor 2 from its director, who spoke to the Lantern of late.',
  '“We are writing the script of Glass Harbor 2 right now,” said Ines Quarrie.',
]

const WISH = [
  'Ines Quarrie was asked about Glass Harbor 2 at a festival of short films in the north.',
  '“I would love to make Glass Harbor 2 with the same crew one day,” Quarrie said.',
]

/** A story of an interview with its repeat, and one of a wish that is older. */
export const STORIES: Printed[] = [
  { host: 'wish.example', text: WISH, published: '2025-06-01T10:00:00.000Z' },
  { host: 'first.example', text: INTERVIEW, published: '2026-02-01T08:00:00.000Z' },
  { host: 'repeat.example', text: REPEAT, published: '2026-02-01T12:00:00.000Z' },
]
