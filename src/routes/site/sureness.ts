import type { PublicStatement } from '../../db/public/statement.ts'
import type { StatusThen } from '../../db/public/status-then.ts'
import { isOnRecord, rankOf } from '../../status/authority.ts'
import { counted, listed } from './words.ts'

/** How sure a status is, from 0 (nothing is known) to 3, and why in a plain sentence. */
export type Sureness = { level: 0 | 1 | 2 | 3; name: string; why: string }

const NAMES = ['Nothing to go by', 'Not sure', 'Fairly sure', 'Very sure'] as const

/**
 * By the rank of who speaks for the stage, and by how many do so to how many outlets: three for a
 * studio, or for two people, a maker of the film among them, to two outlets; two for anybody on
 * record; one for hearsay, and for whatever has not been spoken of for a year. Pure.
 */
export function surenessOf(status: StatusThen, onRecord: PublicStatement[]): Sureness {
  const { stage, since, because, quietSince } = status
  if (!stage) return { level: 0, name: NAMES[0], why: 'Nobody has said anything on record yet.' }
  const later = onRecord.filter((one) => speaksFor(one, stage) && one.moment >= (since ?? ''))
  const spoken = [...because, ...later].filter(({ role }) => isOnRecord(role))
  const sources = new Set(spoken.map(({ givenTo, article }) => givenTo ?? article.outlet))
  const rank = Math.max(0, ...spoken.map(({ role }) => rankOf(role)))
  const speakers = new Set(spoken.map(({ speaker }) => speaker))
  const fresh = levelOf(rank, Math.min(speakers.size, sources.size))
  const level = quietSince && fresh > 1 ? 1 : fresh
  return { level, name: NAMES[level], why: whyOf(spoken, sources.size, quietSince) }
}

function speaksFor({ stage, modality }: PublicStatement, stageNow: string): boolean {
  return stage === stageNow && modality !== 'denial' && modality !== 'question'
}

function levelOf(rank: number, voices: number): 1 | 2 | 3 {
  if (rank >= rankOf('studio') || (rank >= rankOf('director') && voices > 1)) return 3
  return rank > 0 ? 2 : 1
}

function whyOf(spoken: PublicStatement[], sources: number, quietSince: string | null): string {
  if (spoken.length === 0) return 'It rests on hearsay: nobody has said so on record.'
  const people = [...new Set(spoken.flatMap(({ speaker }) => speaker ?? []))]
  const who = people.length > 3 ? `${people.length} people` : listed(people)
  const said = `${who || 'The studio'} on record, heard by ${counted(sources, 'outlet')}.`
  return quietSince ? `${said} But nobody has spoken for more than a year.` : said
}
