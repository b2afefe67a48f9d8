import type { Given } from '../story/given-to.ts'
import type { Passage } from '../story/passage.ts'
import { isOnRecord } from './authority.ts'
import type { Source } from './sourcing.ts'
import type { Statement } from './statements.ts'

/**
 * Who chiefly speaks: somebody whom the headline names and who makes a statement; else the first
 * who makes one now, a person before a studio; else the first at all, or the first who is quoted.
 * Null for insiders and an outlet's own piece.
 */
export function chiefSpeaker(head: Passage, statements: Statement[]): string | null {
  const inHeadline = new Set(
    head.sentences.flatMap(({ met }) => met.map(({ voice }) => voice?.name)),
  )
  const spoken = statements.filter(({ speaker, stage }) => speaker !== null && stage !== null)
  const people = spoken.filter(({ speaker }) => !head.lens.topic.studios.includes(speaker ?? ''))
  const quoted = statements.filter(
    ({ role, speaker, quote }) => speaker !== null && quote !== null && isOnRecord(role),
  )
  const now = spoken.filter(({ recalled }) => !recalled)
  const isHearsay = now.length === 0 && statements.some(({ role }) => role === 'insider')
  if (isHearsay) return null
  const chief =
    people.find(({ speaker, recalled }) => !recalled && inHeadline.has(speaker)) ??
    quoted.find(({ speaker, recalled }) => !recalled && inHeadline.has(speaker)) ??
    people.find(({ recalled }) => !recalled) ??
    now[0] ??
    spoken[0] ??
    quoted[0]
  return chief?.speaker ?? null
}

/**
 * The outlet that the news was first given to: where the chief speaker's words are told to be
 * from, else the first place of the text that tells of a source; null where none is told.
 */
export function originalOutlet(
  sources: Source[],
  statements: Statement[],
  chief: string | null,
): string | null {
  const given = statements.find(
    ({ speaker, givenTo, recalled }) =>
      speaker === chief && chief !== null && givenTo !== null && !recalled,
  )
  const isNews = sources.some(({ given: told, isOld }) => told && !isOld)
  const all = sources.flatMap((source) => (isNews && source.isOld ? [] : (source.given ?? [])))
  const named = given?.givenTo ?? firstOf(all)?.outlet ?? null
  return all.map(({ outlet }) => outlet).find((outlet) => outlet.endsWith(` ${named}`)) ?? named
}

function firstOf(all: Given[]): Given | undefined {
  return all.find(({ how }) => how === 'told') ?? all[0]
}
