import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, type SeriesPoint, stack } from 'd3-shape'
import { CHOICE_IDS, CHOICES, type Choice } from '../../choice.ts'
import type { CountedDay, StateCount } from '../../db/admin/subscribers.ts'
import { Heads } from '../heads.tsx'

const HEIGHT = 180 // pixels
const WIDTH = 1000 // of the drawing, which is stretched to the page
const FOOT = 24 // pixels beneath, for the days

type Point = Record<Choice, number> & { at: Date }
type ReadersProps = { days: CountedDay[]; now: { at: string; states: StateCount[] } }

/** How many get mail, day by day, by what they chose: a picture, and the same as a table. */
export function Readers({ days, now }: ReadersProps) {
  const points = [...days.map(pointOf), nowPoint(now)]
  return (
    <section>
      <h2>Over time</h2>
      {days.length < 2 ? <p>Counted once a day; a picture needs two days.</p> : Picture({ points })}
      {days.length > 0 && <Table days={days} />}
    </section>
  )
}

function Picture({ points }: { points: Point[] }) {
  const most = Math.max(1, ...points.map(({ weekly, news, changes }) => weekly + news + changes))
  const y = scaleLinear([0, most], [HEIGHT, 0]).nice()
  const first = points[0]?.at ?? new Date(0)
  const last = points.at(-1)?.at ?? first
  const x = scaleUtc([first, last], [0, WIDTH])
  const layers = stack<Point, Choice>().keys(CHOICE_IDS)(points)
  const shape = area<SeriesPoint<Point>>(
    ({ data }) => x(data.at),
    ([low]) => y(low),
    ([, high]) => y(high),
  ).digits(1)
  return (
    <>
      <svg class="readers" height={HEIGHT + FOOT} role="img" aria-label={LABEL}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((count) => (
            <>
              <line class="grid" x1="0" x2="100%" y1={y(count)} y2={y(count)} />
              <text x="0" y={y(count) - 3}>
                {count}
              </text>
            </>
          ))}
        <svg
          aria-hidden="true"
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {layers.map((layer) => (
            <path class={layer.key} d={shape([...layer]) ?? ''} />
          ))}
        </svg>
        <text x="0" y={HEIGHT + 18}>
          {dayOf(first)}
        </text>
        <text x="100%" y={HEIGHT + 18} text-anchor="end">
          {dayOf(last)}
        </text>
      </svg>
      <ul class="key">
        {CHOICES.map(({ id, label }) => (
          <li>
            <span class={id} />
            {label}
          </li>
        ))}
      </ul>
    </>
  )
}

const LABEL = 'How many get mail, by what they chose. The table below says the same.'

function Table({ days }: { days: CountedDay[] }) {
  return (
    <details>
      <summary>The same as a table, with those who get none</summary>
      <table class="cards brief">
        <Heads names={['Day', ...NAMES]} numbers={NAMES} />
        <tbody>
          {days.toReversed().map((day) => (
            <tr>
              <th scope="row">{day.day}</th>
              {COLUMNS.map(([key, name]) => (
                <td class="num" data-name={name}>
                  {day[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const COLUMNS = [
  ...CHOICES.map(({ id, label }) => [id, label] as const),
  ['paused', 'Paused'],
  ['unconfirmed', 'Not confirmed'],
  ['gone', 'Left'],
  ['suppressed', 'Suppressed'],
] as const
const NAMES = COLUMNS.map(([, name]) => name)

function pointOf({ day, weekly, news, changes }: CountedDay): Point {
  return { at: new Date(`${day}T00:00:00Z`), weekly, news, changes }
}

function nowPoint({ at, states }: ReadersProps['now']): Point {
  const point: Point = { at: new Date(at), weekly: 0, news: 0, changes: 0 }
  for (const { state, choice, count } of states) if (state === 'active') point[choice] += count
  return point
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
