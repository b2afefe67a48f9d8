import type { App } from '../app.ts'
import { type Correction, setCorrected, setShownIn, standingVerdicts } from '../db/corrections.ts'
import { currentTurn } from '../db/places.ts'
import { membersOf } from '../db/relatives.ts'
import {
  type Corrected,
  type Standing,
  type StandingVerdict,
  standing,
} from '../status/corrections.ts'
import { comeBack, takeOver } from './gone.ts'
import { inTurn, settle } from './settle.ts'

/** A correction that is made or undone. */
type Act = { add: StandingVerdict } | { undo: Correction }

/**
 * Writes what stands once a correction is made or undone, and places anew whatever it touches: the
 * articles at once, the other members of their stories by jobs.
 */
export async function enact(app: App, act: Act, writes: D1PreparedStatement[]): Promise<void> {
  let touched: string[] = []
  let gone: [string, boolean][] = []
  await inTurn(app, async () => {
    const turn = await currentTurn(app.db)
    const before = await standingVerdicts(app.db)
    const after =
      'add' in act ? [...before, act.add] : before.filter(({ id }) => id !== act.undo.id)
    const change = differences(standing(before), standing(after))
    touched = [...change.articles.keys()]
    gone = goneOf(change.articles, standing(before), 'undo' in act && act.undo.before.isGone)
    const stories = [...change.stories.keys()]
    return {
      turn,
      writes: [
        ...writes,
        ...[...change.articles].map(([id, value]) => setCorrected(app.db, id, value)),
        ...[...change.stories].map(([id, value]) => setShownIn(app.db, id, value)),
      ],
      later: stories.length ? await membersOf(app.db, stories, '') : [],
    }
  })
  for (const [id, isGone] of gone) {
    if (isGone) await takeOver(app, id, 'an admin says so')
    else await comeBack(app, id)
  }
  for (const id of touched) await settle(app, id)
}

type Differences = {
  articles: Map<string, Corrected | null>
  stories: Map<string, string | null>
}

/** What is to be written to come from one standing to the other. */
function differences(before: Standing, after: Standing): Differences {
  return {
    articles: changed(before.articles, after.articles),
    stories: changed(before.stories, after.stories),
  }
}

function changed<Value>(
  before: Map<string, Value>,
  after: Map<string, Value>,
): Map<string, Value | null> {
  const ids = new Set([...before.keys(), ...after.keys()])
  const isSame = (id: string) => JSON.stringify(before.get(id)) === JSON.stringify(after.get(id))
  return new Map(
    [...ids].filter((id) => !isSame(id)).map((id) => [id, after.get(id) ?? null] as const),
  )
}

/** Articles of which it is said anew whether they are gone; `otherwise` where it is no longer said. */
function goneOf(
  articles: Differences['articles'],
  before: Standing,
  otherwise: boolean,
): [string, boolean][] {
  return [...articles].flatMap(([id, corrected]): [string, boolean][] => {
    const isGone = corrected?.isGone
    return isGone === before.articles.get(id)?.isGone ? [] : [[id, isGone ?? otherwise]]
  })
}
