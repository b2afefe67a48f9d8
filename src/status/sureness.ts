import type { Stage } from '../stage.ts'
import { isOnRecord, rankOf } from './authority.ts'
import { heardAt, isFor, type Told } from './told.ts'

/** How sure a status is, from 0 (nothing is known) to 3, and why in a plain sentence. */
export type Sureness = {
  level: 0 | 1 | 2 | 3
  name: string
  why: string
  /** Ids of the statements that it is told from. */
  statements: string[]
}

/** A status with what brought it. */
export type Reasoned = {
  stage: Stage | null
  since: string | null
  because: Told[]
  /** The latest new words on the status on record. */
  lastWord: Told | null
  /** Since when there were none, where that is more than a year. */
  quietSince: string | null
}

const NAMES = ['Nothing to go by', 'Not sure', 'Fairly sure', 'Very sure'] as const

/**
 * By the rank of who speaks for the stage, and by how many do so to how many outlets: three for a
 * studio, or for two people, a maker of the film among them, to two outlets; two for anybody on
 * record; one for hearsay, and for whatever has not been spoken of for a year. Pure.
 */
export function surenessOf(status: Reasoned, onRecord: Told[]): Sureness {
  const { stage, quietSince, because } = status
  if (!stage) {
    const why = 'Nobody has said anything on record yet.'
    return { level: 0, name: NAMES[0], why, statements: [] }
  }
  const spoken = voicesFor(status, onRecord)
  const sources = new Set(spoken.map(heardAt)).size
  const rank = Math.max(0, ...spoken.map(({ role }) => rankOf(role)))
  const speakers = new Set(spoken.map(({ speaker }) => speaker)).size
  const fresh = levelOf(rank, Math.min(speakers, sources))
  const level = quietSince && fresh > 1 ? 1 : fresh
  return {
    level,
    name: NAMES[level],
    why: whyOf(spoken, sources, quietSince),
    statements: (spoken.length ? spoken : because).map(({ id }) => id),
  }
}

/** Who bears out the stage on record: what brought it, and what was said for it since. */
export function voicesFor({ stage, since, because }: Reasoned, onRecord: Told[]): Told[] {
  const later = onRecord.filter((one) => stage && isFor(one, stage) && one.moment >= (since ?? ''))
  const all = [...because, ...later].filter(({ role }) => isOnRecord(role))
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

function levelOf(rank: number, voices: number): 1 | 2 | 3 {
  if (rank >= rankOf('studio') || (rank >= rankOf('director') && voices > 1)) return 3
  return rank > 0 ? 2 : 1
}

function whyOf(spoken: Told[], sources: number, quietSince: string | null): string {
  if (spoken.length === 0) return 'It rests on hearsay: nobody has said so on record.'
  const people = [...new Set(spoken.flatMap(({ speaker }) => speaker ?? []))]
  const who = people.length > 3 ? `${people.length} people` : LIST.format(people)
  const heard = sources === 1 ? '1 outlet' : `${sources} outlets`
  const said = `${who || 'The studio'} on record, heard by ${heard}.`
  return quietSince ? `${said} But nobody has spoken for more than a year.` : said
}

const LIST = new Intl.ListFormat('en-GB')
