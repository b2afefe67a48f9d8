import { plainDate } from '../../day.ts'
import { LADDER, rung, type Stage } from '../../stage.ts'
import { STYLE } from './style.ts'
import { STAGE_COLOURS, spansOf } from './timeline.ts'
import { stageInShort } from './words.ts'

/** Where the film stands: the steps of the ladder, those behind it filled. Drawn without images. */
export function Ladder({ stage }: { stage: Stage | null }) {
  const reached = stage ? rung(stage) : -1
  const where =
    reached < 0
      ? `off the way from rumour to release: ${stageInShort(stage)}`
      : `step ${reached + 1} of ${LADDER.length} from rumour to release`
  return (
    <>
      <Row>
        {LADDER.map((step, nth) => (
          <Cell colour={nth <= reached ? STAGE_COLOURS[step] : null} width={12} />
        ))}
      </Row>
      <p class="dim" style={STYLE.small}>
        {where}
      </p>
    </>
  )
}

type TimelineProps = {
  timeline: { from: string; stage: Stage | null }[]
  until: string
  timeZone: string
}

/** How the status went, in proportion to time, with its dates in words. */
export function Timeline({ timeline, until, timeZone }: TimelineProps) {
  const spans = spansOf(timeline, until)
  if (spans.length === 0) return null
  return (
    <>
      <Row>
        {spans.map(({ stage, share }) => (
          <Cell colour={stage && STAGE_COLOURS[stage]} width={share} />
        ))}
      </Row>
      {spans.map(({ stage, from }) => (
        <p class="dim" style={STYLE.turnDay}>
          <span style={`color:${stage ? STAGE_COLOURS[stage] : '#a8a29a'}`}>■</span>{' '}
          {plainDate(from, timeZone)}: {stageInShort(stage)}
        </p>
      ))}
    </>
  )
}

function Row({ children }: { children: unknown }) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="2" style={STYLE.picture}>
      <tr>{children}</tr>
    </table>
  )
}

function Cell({ colour, width }: { colour: string | null; width: number }) {
  return (
    <td
      class={colour ? undefined : 'off'}
      width={`${width}%`}
      height="10"
      style={`font-size:10px;line-height:10px;background:${colour ?? '#e3dfd6'}`}
    >
      {'\u00a0'}
    </td>
  )
}
