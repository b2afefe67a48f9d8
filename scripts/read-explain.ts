import type { PlacedStatement, Placement } from '../src/status/placement.ts'
import type { Reading } from '../src/status/reading.ts'

/** Why an article was read and placed so, in sentences for a person. */
export function explain(reading: Reading, placement: Placement): string[] {
  return [
    `${reading.relevant ? 'taken' : 'left'}: ${reading.why}`,
    placementLine(placement),
    ...placement.statements.map(statementLine),
    `stage ${reading.stage ?? 'none'}: what the statements support together`,
    headlineLine(reading),
  ]
}

function placementLine({ duplicateOf, revises, storyId, join }: Placement): string {
  if (duplicateOf) return `a copy of ${duplicateOf} (${join.score.toFixed(2)} of its prose)`
  if (revises) return `a revision of ${revises}`
  if (join.method === 'founded') return 'founds a story: nothing known says the same'
  return `joins story ${storyId} by ${join.method} (${join.score.toFixed(2)}) with "${join.partner}"`
}

function statementLine(one: PlacedStatement): string {
  const who = `${one.speaker ?? 'nobody by name'} (${one.role})`
  const what = one.stage ? `${one.modality} of ${one.stage}` : 'no stage'
  const to = one.givenTo ? `, to ${one.givenTo}` : ''
  const when = one.saidOn ? `, on ${one.saidOn}` : ''
  const age = one.fresh ? 'fresh' : one.recalled ? 'recalled' : 'not fresh'
  return `${who}: ${what} by rule ${one.rule}${to}${when}, ${age}: "${one.evidence}"`
}

function headlineLine({ headlineStage, stage, overclaims }: Reading): string {
  if (!headlineStage) return 'the headline claims no stage'
  const verdict = overclaims ? 'more than the text bears' : 'no more than the text bears'
  return `the headline claims ${headlineStage}, the text ${stage ?? 'none'}: ${verdict}`
}
