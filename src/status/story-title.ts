import type { Stage } from '../stage.ts'
import type { Modality } from './modality.ts'

/** What of a statement makes a story's title. */
export type TitleStatement = {
  speaker: string | null
  role: string
  givenTo: string | null
  stage: Stage | null
  modality: Modality
  fresh: boolean
}

/** What somebody says about each stage, in our words; with a denial, that it is not so. */
const SAYS: Record<Stage, { yes: string; no: string }> = {
  rumored: { yes: 'there is talk of it', no: 'the talk is not true' },
  talks: { yes: 'wants to make it', no: 'there are no talks' },
  development: { yes: 'it is being worked on', no: 'nobody works on it' },
  greenlit: { yes: 'it is approved', no: 'it is not approved' },
  'pre-production': { yes: 'it is being prepared', no: 'nothing is being prepared' },
  filming: { yes: 'it is being shot', no: 'it is not being shot' },
  'post-production': { yes: 'it is shot', no: 'it is not shot yet' },
  released: { yes: 'it comes out', no: 'it does not come out' },
  stalled: { yes: 'it is on hold', no: 'it is not on hold' },
  cancelled: { yes: 'it is cancelled', no: 'it is not cancelled' },
}

/** Whose word a title is made of first: on record before insiders, insiders before outlets. */
const WEIGHT: Record<string, number> = {
  studio: 0,
  producer: 1,
  director: 1,
  insider: 8,
  outlet: 9,
}
const OTHER_WEIGHT = 5

/**
 * A story's title in our own words, as `SPEAKER to OUTLET: what is said`: what its first article
 * supports, else what somebody denies; where neither is said, the headline as it was printed.
 */
export function storyTitle(
  statements: TitleStatement[],
  supported: Stage | null,
  headline: string,
): string {
  const heard = statements.filter(({ role }) => role !== 'outlet').sort(byWeight)
  const best =
    heard.find(({ stage, modality }) => stage === supported && !OPEN.has(modality)) ??
    heard.find(({ modality }) => modality === 'denial')
  if (!best?.stage) return headline
  const who = best.speaker ?? (best.role === 'insider' ? 'An insider' : 'Somebody unnamed')
  const givenTo = best.givenTo ?? heard.find((one) => isOfOneTalk(one, best))?.givenTo
  const to = givenTo ? ` to ${givenTo}` : ''
  return `${who}${to}: ${words(best.stage, best)}`
}

/** New words of the same person, of which it is told to whom they were said. */
function isOfOneTalk(one: TitleStatement, best: TitleStatement): boolean {
  return one.givenTo !== null && one.fresh && best.fresh && one.speaker === best.speaker
}

/** Modalities that support no stage. */
const OPEN: ReadonlySet<Modality> = new Set(['denial', 'question', 'conditional'])

function byWeight(one: TitleStatement, other: TitleStatement): number {
  return weight(one) - weight(other)
}

function weight({ role, fresh }: TitleStatement): number {
  return (WEIGHT[role] ?? OTHER_WEIGHT) + (fresh ? 0 : 20)
}

function words(stage: Stage, { role, modality }: TitleStatement): string {
  const { yes, no } = SAYS[stage]
  if (modality === 'denial') return no
  if (modality === 'wish') return role === 'actor' ? 'would come back' : SAYS.talks.yes
  return modality === 'rumor' ? `by hearsay, ${yes}` : yes
}
