import { plainDate } from '../../day.ts'
import { LADDER, rung, type Stage } from '../../stage.ts'
import { STYLE } from './style.ts'
import { STAGE_COLOURS, spansOf } from './timeline.ts'
import { stageInShort } from './words.ts'

/** Where the film stands: the steps of the ladder, those behind it paler. Drawn without images. */
export function Ladder({ stage }: { stage: Stage | null }) {
  const reached = stage ? rung(stage) : -1
  return (
    <>
      <Row>
        {LADDER.map((_, nth) => {
          if (nth === reached) return <Cell colour="#0b6b7f" width={12} name="here" />
          return <Cell colour={nth < reached ? '#8dbcc4' : null} width={12} name="passed" />
        })}
      </Row>
      <p class="dim" style={STYLE.small}>
        {whereOf(stage, reached)}
      </p>
    </>
  )
}

function whereOf(stage: Stage | null, reached: number): string {
  if (reached < 0) return `Off the way from rumour to release: ${stageInShort(stage)}.`
  const next = LADDER[reached + 1]
  return `Step ${reached + 1} of ${LADDER.length}: ${stage}.${next ? ` Next: ${next}.` : ''}`
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

type CellProps = {
  /** Null where there is nothing. */
  colour: string | null
  width: number
  /** By which dark mode finds it. */
  name?: string
}

function Cell({ colour, width, name }: CellProps) {
  return (
    <td
      class={colour ? name : 'off'}
      width={`${width}%`}
      height="10"
      style={`font-size:10px;line-height:10px;background:${colour ?? '#e3dfd6'}`}
    >
      {'\u00a0'}
    </td>
  )
}
