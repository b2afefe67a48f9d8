import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'

/** The port of the newsroom where none is asked for. */
export const NEWSROOM_PORT = 8788

/**
 * Directory where a run keeps what it learnt: one for each corpus and each port of its publishers,
 * which is in every address of theirs, so that no article is read twice.
 */
export function stateOf(corpus: string | null, port = NEWSROOM_PORT): string {
  const state = nameOf(corpus)
  return join('.demo', port === NEWSROOM_PORT ? state : `${state}-at-${port}`)
}

function nameOf(corpus: string | null): string {
  if (!corpus) return 'newsroom'
  const path = resolve(corpus)
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8)
  return `${basename(path)}-${mark}`
}
