import { plainDate } from '../../day.ts'
import type { Step } from '../../db/timeline.ts'
import { type Mark, type Placed, type Plot, plotOf } from './timeline.marks.ts'
import { MarkTable, rowOf } from './timeline.table.tsx'
import { shortened, stageName } from './words.ts'

const YEARS = 50 // pixels below the lowest rung, for its name and the years
const NOTE = 140 // pixels below those, for what a mark tells
const RADIUS = 10.5
const WORDS_SHOWN = 120 // characters of a quotation in the picture; the table has more

/** The status over time with each statement on record as a mark; a table says the same. */
export function Timeline({ steps, marks, until }: { steps: Step[]; marks: Mark[]; until: Date }) {
  if (!steps.length) return null
  const plot = plotOf(steps, marks, until)
  return (
    <section class="timeline">
      <h2>How we got here</h2>
      <p class="small">
        The line is the status. Each disc is somebody on record, at the stage that they spoke of:
        strong in their own words, faint as an article reports them, a dashed ring where they say
        that it is not so. Point at one, or tab to it, and its words show beneath.
      </p>
      <Picture plot={plot} />
      <MarkTable marks={marks} />
    </section>
  )
}

/** As wide as the page, so that words keep their size: places are in per cent, heights in pixels. */
function Picture({ plot }: { plot: Plot }) {
  const { height, rungs, years, stair, marks } = plot
  const latest = (marks.findLast(({ mark }) => mark.isDated) ?? marks.at(-1))?.mark
  const readout = height + YEARS + 14
  return (
    <svg
      aria-label="The status over time. The table below says the same."
      height={height + YEARS + NOTE + 8}
    >
      {years.map(({ year, x }) => (
        <>
          <line class="tick" x1={`${x}%`} x2={`${x}%`} y1={6} y2={height + 30} />
          <text x={`${x}%`} y={height + 46} text-anchor="middle">
            {year}
          </text>
        </>
      ))}
      {rungs.map(({ y }) => (
        <line class="rung" x1="0" x2="100%" y1={y} y2={y} />
      ))}
      <svg
        aria-hidden="true"
        width="100%"
        height={height + 4}
        viewBox={`0 0 1000 ${height + 4}`}
        preserveAspectRatio="none"
      >
        <path class="stair" d={stair} />
      </svg>
      {rungs.map(({ stage, y }) => (
        <text class="halo" x="0" y={y + 17}>
          {stageName(stage)}
        </text>
      ))}
      {latest && <Told mark={latest} top={readout} />}
      {marks.map((placed) => (
        <MarkAt placed={placed} top={readout} />
      ))}
    </svg>
  )
}

/** One statement: a link to its row in the table, so that it can be reached by keyboard. */
function MarkAt({ placed: { mark, x, y }, top }: { placed: Placed; top: number }) {
  return (
    <a class={classOf(mark)} href={`#${rowOf(mark)}`}>
      <circle cx={`${x}%`} cy={y} r={RADIUS} />
      <text x={`${x}%`} y={y} dy="0.35em">
        {initials(mark.speaker)}
      </text>
      <Told mark={mark} top={top} />
    </a>
  )
}

function classOf({ isDenial, isQuoted }: Mark): string {
  if (isDenial) return 'mark denial'
  return isQuoted ? 'mark' : 'mark reported'
}

/** What a mark tells, in the room beneath the picture. */
function Told({ mark, top }: { mark: Mark; top: number }) {
  const { speaker, words, isQuoted, stage, isDenial } = mark
  const told = shortened(words, WORDS_SHOWN)
  return (
    <foreignObject x="0" y={top} width="100%" height={NOTE - 8}>
      <div class="told">
        <b>
          {speaker}
          {whenOf(mark)}
        </b>
        {isQuoted ? `“${told}”` : told}
        <i>{isDenial ? `Speaks against: ${stage}` : `Speaks for: ${stage}`}</i>
      </div>
    </foreignObject>
  )
}

/** To whom and when; of what is only reported, by whom and when that was. */
function whenOf({ givenTo, outlet, when, isQuoted, isDated }: Mark): string {
  const to = givenTo ? ` to ${givenTo}` : ''
  if (isDated && isQuoted) return `${to}, ${plainDate(when)}`
  return `${to}, as ${outlet} reported${isDated ? ',' : ' on'} ${plainDate(when)}`
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1))
  return [...letters.slice(0, 1), ...letters.slice(1).slice(-1)].join('').toUpperCase()
}
