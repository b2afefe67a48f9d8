import { LADDER, rung, type Stage } from '../../stage.ts'
import { stageName } from './words.ts'

/** Where the film stands between rumour and release. */
export function Ladder({ stage }: { stage: Stage | null }) {
  const at = stage ? rung(stage) : -1
  return (
    <>
      <ol class="ladder" aria-label="Stages of a film">
        {LADDER.map((step, index) => (
          <li class={classOf(index, at)} aria-current={index === at ? 'step' : undefined}>
            <span>{stageName(step)}</span>
          </li>
        ))}
      </ol>
      <p class="small rung-words" aria-hidden="true">
        {wordsOf(stage, at)}
      </p>
    </>
  )
}

function classOf(index: number, at: number): string | undefined {
  if (index === at) return 'here'
  return index < at ? 'passed' : undefined
}

/** The same for a screen that has no room for eight names. */
function wordsOf(stage: Stage | null, at: number): string {
  if (!stage) return 'Not on the ladder yet.'
  if (at < 0) return `Off the ladder: ${stage}.`
  const next = LADDER[at + 1]
  return `Step ${at + 1} of ${LADDER.length}: ${stage}.${next ? ` Next: ${next}.` : ''}`
}
