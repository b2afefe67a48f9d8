import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'

/** Directory where a run keeps what it learnt: one for each corpus, so that they never mix. */
export function stateOf(corpus: string | null): string {
  if (!corpus) return join('.demo', 'newsroom')
  const path = resolve(corpus)
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8)
  return join('.demo', `${basename(path)}-${mark}`)
}
