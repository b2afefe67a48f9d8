import { scalePoint, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import type { PublicStatement } from '../../db/public/statement.ts'
import type { Step } from '../../db/timeline.ts'
import { LADDER, OFF_LADDER, type Stage } from '../../stage.ts'

const TOP = 34 // pixels above the highest rung
const GAP = 62 // pixels between two rungs
const SIDE = 3.5 // per cent of the width, left and right of the lines
const LEAST_RUNGS = 4
const STACKED = 16 // pixels that a mark stands above one that would hide it
const CLOSE = 3.2 // per cent of the width within which a mark would hide another
const LEVELS = [0, 1, 2, 3] as const // what there is room for between two rungs

/** What somebody said of a stage, as a mark in time. */
export type Mark = {
  id: string
  speaker: string
  role: string
  givenTo: string | null
  words: string
  /** Whether the words are the speaker's own. */
  isQuoted: boolean
  stage: Stage
  isDenial: boolean
  /** Day or month on which it was said, else its article's moment. */
  when: string
  storyId: string
  outlet: string
  url: string
}

/** A mark's place: per cent from the left, pixels from the top. */
export type Placed = { mark: Mark; x: number; y: number }

export type Plot = {
  /** Pixels from the top down to the lowest rung. */
  height: number
  rungs: { stage: Stage; y: number }[]
  years: { year: number; x: number }[]
  /** The status as a stair, 1000 wide. */
  stair: string
  marks: Placed[]
}

/** The statements that are marks, earliest first. */
export function marksOf(statements: PublicStatement[]): Mark[] {
  return statements
    .flatMap(({ speaker, stage, quote, evidence, modality, saidOn, moment, article, ...rest }) => {
      if (!speaker || !stage) return []
      const { id, role, givenTo, storyId } = rest
      const said = { words: quote ?? evidence, isQuoted: quote !== null }
      const isDenial = modality === 'denial'
      const { outlet, url } = article
      const when = saidOn ?? moment
      return [{ id, speaker, role, givenTo, storyId, stage, when, outlet, url, ...said, isDenial }]
    })
    .sort((one, other) => one.when.localeCompare(other.when))
}

/** Where everything stands in a picture that is as wide as its page. Pure. */
export function plotOf(steps: Step[], marks: Mark[], until: Date): Plot {
  const stages = stagesShown([...steps, ...marks])
  const height = TOP + GAP * (stages.length - 1)
  const y = scalePoint<Stage>(stages, [height, TOP])
  const first = [...steps.map(({ from }) => from), ...marks.map(({ when }) => when)].sort()[0]
  const x = scaleUtc([new Date(first ?? until), until], [SIDE, 100 - SIDE])
  return {
    height,
    rungs: stages.map((stage) => ({ stage, y: y(stage) ?? 0 })),
    years: x.ticks(8).flatMap((tick) => yearAt(tick, x(tick))),
    stair: stairOf(steps, until, (at) => x(at) * 10, y),
    marks: spread(
      marks.map((mark) => ({ mark, x: rounded(x(new Date(mark.when))), y: y(mark.stage) ?? 0 })),
    ),
  }
}

/** The stages that occur, with those between them, from the lowest up. */
function stagesShown(shown: { stage: Stage | null }[]): Stage[] {
  const seen = new Set(shown.map(({ stage }) => stage))
  const highest = LADDER.findLastIndex((stage) => seen.has(stage))
  const beside = OFF_LADDER.filter((stage) => seen.has(stage)).toReversed()
  return [...beside, ...LADDER.slice(0, Math.max(LEAST_RUNGS, highest + 1))]
}

function yearAt(tick: Date, x: number): { year: number; x: number }[] {
  return tick.getUTCMonth() === 0 ? [{ year: tick.getUTCFullYear(), x: rounded(x) }] : []
}

/** Where nothing is known there is no line. */
function stairOf(
  steps: Step[],
  until: Date,
  x: (at: Date) => number,
  y: (stage: Stage) => number | undefined,
): string {
  const last = steps.at(-1)
  const points = last ? [...steps, { from: until.toISOString(), stage: last.stage }] : []
  return (
    line<Step>()
      .defined(({ stage }) => stage !== null)
      .x(({ from }) => x(new Date(from)))
      .y(({ stage }) => (stage && y(stage)) ?? 0)
      .digits(1)
      .curve(curveStepAfter)(points) ?? ''
  )
}

/** Marks that would hide each other stand one above the other. */
function spread(marks: Placed[]): Placed[] {
  const levels: (Placed & { level: number })[] = []
  for (const placed of marks) {
    const near = levels.filter((one) => one.y === placed.y && placed.x - one.x < CLOSE)
    const free = LEVELS.find((level) => near.every((one) => one.level !== level))
    levels.push({ ...placed, level: free ?? LEVELS.length - 1 })
  }
  return levels.map(({ mark, x, y, level }) => ({ mark, x, y: y - level * STACKED }))
}

function rounded(x: number): number {
  return Math.round(x * 100) / 100
}
