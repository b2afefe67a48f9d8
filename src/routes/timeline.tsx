import { scalePoint, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { plainDate } from '../day.ts'
import type { Mark, Step } from '../db/timeline.ts'
import { LADDER, OFF_LADDER, type Stage } from '../stage.ts'

/** A picture's size in its own units, and the room that its labels take. */
type Frame = { width: number; height: number; left: number; font: number }

const WIDE: Frame = { width: 880, height: 360, left: 132, font: 13 }
const NARROW: Frame = { width: 380, height: 380, left: 104, font: 12 }
const RIGHT = 14
const BOTTOM = 34
const RADIUS = 5

const DENIALS: ReadonlySet<string> = new Set(['denial'])

type Shown = { steps: Step[]; marks: Mark[]; until: Date }

/** The status over time with each statement on record as a mark; a table says the same. */
export function Timeline(shown: Shown) {
  if (!shown.steps.length) return null
  return (
    <section class="timeline">
      <h2>How it went</h2>
      <Picture {...shown} frame={WIDE} name="wide" />
      <Picture {...shown} frame={NARROW} name="narrow" />
      <p class="small">
        The line is the status, a dot what somebody said on record, a ring what somebody denied.
      </p>
      <MarkTable marks={shown.marks} />
    </section>
  )
}

function Picture({ steps, marks, until, frame, name }: Shown & { frame: Frame; name: string }) {
  const stages = stagesShown(steps, marks)
  const y = scalePoint<Stage>(stages, [frame.height - BOTTOM - 14, 18])
  const x = scaleUtc(
    [new Date(earliest(steps, marks)), until],
    [frame.left + 8, frame.width - RIGHT],
  )
  return (
    <svg
      class={name}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={`The status from ${plainDate(earliest(steps, marks))} to today; the table below says the same`}
      font-size={frame.font}
    >
      {stages.map((stage) => (
        <g class="rung">
          <line x1={frame.left} x2={frame.width - RIGHT} y1={y(stage)} y2={y(stage)} />
          <text x={frame.left - 10} y={y(stage)} dy="0.35em" text-anchor="end">
            {stage}
          </text>
        </g>
      ))}
      {x.ticks(frame === WIDE ? 8 : 4).map((tick) => (
        <text class="tick" x={x(tick)} y={frame.height - 10} text-anchor="middle">
          {tick.getUTCFullYear()}
        </text>
      ))}
      <path class="status" d={pathOf(steps, until, { x, y })} />
      {marks.map((mark) => (
        <Dot mark={mark} cx={x(new Date(mark.when))} cy={y(mark.stage) ?? 0} />
      ))}
    </svg>
  )
}

type Scales = { x: (time: Date) => number; y: (stage: Stage) => number | undefined }

/** The status as a stair; where nothing is known there is no line. */
function pathOf(steps: Step[], until: Date, { x, y }: Scales): string {
  const last = steps.at(-1)
  const points = last ? [...steps, { from: until.toISOString(), stage: last.stage }] : []
  return (
    line<Step>()
      .defined(({ stage }) => stage !== null)
      .x(({ from }) => x(new Date(from)))
      .y(({ stage }) => (stage && y(stage)) ?? 0)
      .curve(curveStepAfter)(points) ?? ''
  )
}

/** One statement: a link to its row in the table, so that it can be reached by keyboard. */
function Dot({ mark, cx, cy }: { mark: Mark; cx: number; cy: number }) {
  return (
    <a href={`#${anchorOf(mark)}`}>
      <circle class={DENIALS.has(mark.modality) ? 'ring' : 'dot'} cx={cx} cy={cy} r={RADIUS}>
        <title>{`${mark.speaker}, ${plainDate(mark.when)}: ${mark.words}`}</title>
      </circle>
    </a>
  )
}

function MarkTable({ marks }: { marks: Mark[] }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <table>
        <thead>
          <tr>
            <th>When</th>
            <th>Who</th>
            <th>What</th>
            <th>Read at</th>
          </tr>
        </thead>
        <tbody>
          {marks.toReversed().map((mark) => (
            <tr id={anchorOf(mark)}>
              <td>{plainDate(mark.when)}</td>
              <td>{mark.speaker}</td>
              <td>
                {mark.modality === 'denial' ? `not ${mark.stage}` : mark.stage}: {mark.words}
              </td>
              <td>
                <a href={mark.url}>{mark.outlet}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function anchorOf({ id }: Mark): string {
  return `s-${id.replace('#', '-')}`
}

/** The stages that occur, with those between them, from the lowest up. */
function stagesShown(steps: Step[], marks: Mark[]): Stage[] {
  const seen = new Set([...steps, ...marks].map(({ stage }) => stage))
  const highest = Math.max(
    3,
    LADDER.findLastIndex((stage) => seen.has(stage)),
  )
  return [...OFF_LADDER.filter((stage) => seen.has(stage)), ...LADDER.slice(0, highest + 1)]
}

function earliest(steps: Step[], marks: Mark[]): string {
  return [...steps.map(({ from }) => from), ...marks.map(({ when }) => when)].sort()[0] ?? ''
}
