import { matches } from '../story/found.ts'
import type { Lens } from '../story/lens.ts'
import type { Cue } from './cues.ts'

const AROUND = 40 // characters of a name on either side

/** Words of an outlet's or a studio's name claim nothing. Example: "told The Call Sheet Herald". */
export function isInName({ outletForms, studios }: Lens, plain: string, cue: Cue): boolean {
  const from = Math.max(0, cue.start - AROUND)
  const near = plain.slice(from, cue.end + AROUND)
  return [outletForms, studios].some(
    (names) =>
      names !== null &&
      matches(names, near).some(
        ({ start, end }) => start + from <= cue.start && end + from >= cue.end,
      ),
  )
}
