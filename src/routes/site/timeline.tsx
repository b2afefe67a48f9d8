import { plainDate } from '../../day.ts'
import type { Step } from '../../db/timeline.ts'
import { type Mark, type Placed, type Plot, plotOf } from './timeline.marks.ts'
import { MarkTable, rowOf } from './timeline.table.tsx'

const YEARS = 46 // pixels below the lowest rung, for the years
const NOTE = 124 // pixels below those, for what a mark tells
const RADIUS = 10.5
const WORDS_SHOWN = 150 // characters of a quotation in the picture; the table has all of it

/** The status over time with each statement on record as a mark; a table says the same. */
export function Timeline({ steps, marks, until }: { steps: Step[]; marks: Mark[]; until: Date }) {
  if (!steps.length) return null
  const plot = plotOf(steps, marks, until)
  return (
    <section class="timeline">
      <h2>How it went</h2>
      <p class="small">
        The line is the status. A disc is somebody on record, by their initials, at the stage that
        they spoke of; a dashed ring says that it is not so.
      </p>
      <Picture plot={plot} />
      <MarkTable marks={marks} />
    </section>
  )
}

/** As wide as the page, so that words keep their size: places are in per cent, heights in pixels. */
function Picture({ plot }: { plot: Plot }) {
  const { height, rungs, years, stair, marks } = plot
  const readout = height + YEARS + 14
  return (
    <svg
      aria-label="The status over time. The table below says the same."
      height={height + YEARS + NOTE + 8}
    >
      {years.map(({ year, x }) => (
        <>
          <line class="tick" x1={`${x}%`} x2={`${x}%`} y1={14} y2={height + 32} />
          <text x={`${x}%`} y={height + 48} text-anchor="middle">
            {year}
          </text>
        </>
      ))}
      {rungs.map(({ stage, y }) => (
        <>
          <line class="rung" x1="0" x2="100%" y1={y} y2={y} />
          <text class="halo" x="0" y={y + 22}>
            {stage}
          </text>
        </>
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
      <rect class="readout" y={readout} width="100%" height={NOTE - 8} rx="6" />
      <text x="14" y={readout + 28}>
        Point at a mark, or tab to it, to read it here.
      </text>
      {marks.map((placed) => (
        <MarkAt placed={placed} top={readout} />
      ))}
    </svg>
  )
}

/** One statement: a link to its row in the table, so that it can be reached by keyboard. */
function MarkAt({ placed: { mark, x, y }, top }: { placed: Placed; top: number }) {
  const { speaker, givenTo, when, words, isQuoted, stage, isDenial } = mark
  return (
    <a class={isDenial ? 'mark denial' : 'mark'} href={`#${rowOf(mark)}`}>
      <circle cx={`${x}%`} cy={y} r={RADIUS} />
      <text x={`${x}%`} y={y} dy="0.35em">
        {initials(speaker)}
      </text>
      <foreignObject x="0" y={top} width="100%" height={NOTE - 8}>
        <div class="told">
          <b>
            {speaker}
            {givenTo && ` to ${givenTo}`}, {plainDate(when)}
          </b>
          {isQuoted ? `“${shortened(words)}”` : `As reported: ${shortened(words)}`}{' '}
          {isDenial ? `Not ${stage}.` : `Speaks for: ${stage}.`}
        </div>
      </foreignObject>
    </a>
  )
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1))
  return [...letters.slice(0, 1), ...letters.slice(1).slice(-1)].join('').toUpperCase()
}

function shortened(words: string): string {
  if (words.length <= WORDS_SHOWN) return words
  return `${words.slice(0, WORDS_SHOWN).replace(/\s+\S*$/, '')} …`
}
