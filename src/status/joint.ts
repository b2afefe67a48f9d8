import type { Met } from '../story/antecedents.ts'
import { plainly } from '../story/letters.ts'
import type { Passage } from '../story/passage.ts'
import { SAY_WORDS } from '../story/say-verbs.ts'
import type { Undated } from './statements.ts'

/** Between two who speak together: "Ruiz and its producer, ". */
const AND = plainly(/^,? (?:and|und|y|e|et|&) (?:(?:[\p{L}-]+ ){0,3}[\p{L}-]+,? )?$/u)

/** From the second of them to their verb: "have both ", ", who met in May, jointly ". */
const TO_VERB = plainly(
  /^(?:, [^,.;]{1,60},)?(?: (?:all|alike|also|both|each|had|haben|han|hanno|has|have|hatten|jointly|now|ont|together))* (\p{L}+)/u,
)

/** What two say together is a statement of each: after one's own, the other's. */
export function jointly(passage: Passage, found: Undated[]): Undated[] {
  return found.flatMap((one) => {
    const { statement, sentence } = one
    const partner = statement.speaker === null ? null : partnerOf(passage, one)
    if (!partner?.voice || found.some((other) => isSame(other, one, partner.voice?.name ?? '')))
      return [one]
    const { name, role } = partner.voice
    const own = { ...statement, id: `${statement.id}.2`, speaker: name, role }
    return [one, { ...one, statement: own, sentence }]
  })
}

function isSame({ statement }: Undated, one: Undated, name: string): boolean {
  return statement.speaker === name && statement.evidence === one.statement.evidence
}

/** Who is named beside a statement's speaker, both the subject of one verb of saying. */
function partnerOf({ plain }: Passage, { statement, sentence }: Undated): Met | null {
  const low = (plain[sentence.paragraph] ?? '').toLowerCase()
  const people = sentence.met.filter(
    ({ kind, aside, guessed, voice }) => kind === 'named' && !aside && !guessed && voice?.name,
  )
  for (const [i, second] of people.entries()) {
    const first = people[i - 1]
    if (!first || !AND.test(low.slice(first.end, second.start))) continue
    const pair = [first, second]
    const partner = pair.find(({ voice }) => voice?.name !== statement.speaker)
    const isOurs = pair.some(({ voice }) => voice?.name === statement.speaker)
    if (partner && isOurs && isSaid(low, first, second)) return partner
  }
  return null
}

/** "Ruiz and Vega said", "said Ruiz and Vega". */
function isSaid(low: string, first: Met, second: Met): boolean {
  const after = TO_VERB.exec(low.slice(second.end))?.[1]
  const before = /\p{L}+(?= $)/u.exec(low.slice(Math.max(0, first.start - 24), first.start))?.[0]
  return [before, after].some((word) => word !== undefined && SAY_WORDS.has(word))
}
