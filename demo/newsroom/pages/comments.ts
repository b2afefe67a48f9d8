import { pick } from '../publisher.ts'

export type Comment = { name: string; words: string }

/** Invented readers, who know nothing of any film. */
const READERS = [
  'gearhead_19',
  'Mrs Popcorn',
  'tubeway',
  'rustbucket',
  'Anon',
  'matinee_max',
] as const

const REMARKS = [
  'I have waited this long, I can wait a little longer.',
  'First!',
  'Lovely piece, thank you. One typo in the third paragraph.',
  'Has anyone got a link to the whole interview?',
  'My brother and I have a bet on this. He is losing.',
  'I would pay for my ticket today.',
] as const

/** The comments under an article: always the same two under the same one. */
export function commentsOn(id: string): Comment[] {
  return [1, 2].map((nth) => ({
    name: pick(READERS, `reader ${nth} of ${id}`),
    words: pick(REMARKS, `remark ${nth} on ${id}`),
  }))
}
