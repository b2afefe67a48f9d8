import { plainDate } from '../day.ts'
import type { Account } from './account.ts'
import type { Reasoned } from './sureness.ts'
import { heardAt, type Told } from './told.ts'

/** A sentence on the status with the ids of the statements that it tells of, at least one. */
export type Sentence = { words: string; statements: string[] }

type Facts = Pick<Account<Told>, 'sureness' | 'opposing' | 'confirmedBy' | 'sources'>

const NAMED = 3 // people that one sentence names

/** Why the status is what it is, sentence by sentence; none where nothing is known. Pure. */
export function explanationOf(status: Reasoned, facts: Facts): Sentence[] {
  const { stage, because } = status
  if (!stage || because.length === 0) return []
  const { sureness, confirmedBy, opposing } = facts
  return [
    from(
      because,
      `${capital(stage)} since ${day(status.since)}, on the word of ${voices(because)}.`,
    ),
    { words: sureness.why, statements: sureness.statements },
    ...(confirmedBy && !because.some(({ id }) => id === confirmedBy.id)
      ? [from([confirmedBy], `Last borne out on ${told(confirmedBy)}.`)]
      : []),
    ...sourcesLine(facts),
    ...opposing.slice(0, 1).map((one) => from([one], `Against it stands, on ${told(one)}.`)),
    ...quietLine(status),
  ]
}

function from(told: Told[], words: string): Sentence {
  return { words, statements: told.map(({ id }) => id) }
}

function sourcesLine({ sources }: Facts): Sentence[] {
  if (sources.length < 2) return []
  const named = sources.slice(0, NAMED).map(({ speaker, role, outlet }) => {
    return `${speaker ?? `the ${role}`} (${outlet})`
  })
  const more = sources.length > NAMED ? `${sources.length - NAMED} more` : []
  return [
    {
      words: `${sources.length} independent sources: ${LIST.format(named.concat(more))}.`,
      statements: sources.map(({ statement }) => statement),
    },
  ]
}

function quietLine({ quietSince, lastWord }: Reasoned): Sentence[] {
  if (!quietSince || !lastWord) return []
  const words = `Quiet since ${day(quietSince)}: the last to speak was ${voice(lastWord)}.`
  return [from([lastWord], words)]
}

/** "14 March 2024: Ines Quarrie (director) to Lantern". */
function told(one: Told): string {
  return `${day(one.saidOn ?? one.moment)}: ${voice(one)} ${one.givenTo ? 'to' : 'at'} ${heardAt(one)}`
}

function voices(told: Told[]): string {
  const names = [...new Set(told.map(voice))]
  const more = names.length > NAMED ? `${names.length - NAMED} more` : []
  return LIST.format(names.slice(0, NAMED).concat(more))
}

function voice({ speaker, role, article }: Told): string {
  if (speaker) return `${speaker} (${role})`
  if (role === 'outlet') return article.outlet
  return role === 'insider' ? 'an insider without a name' : `the ${role}`
}

function day(moment: string | null): string {
  return moment ? plainDate(moment.slice(0, 10)) : 'an unknown day'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LIST = new Intl.ListFormat('en-GB')
