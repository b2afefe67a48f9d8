import { scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import type { PublicStatement } from '../../db/public/statement.ts'
import type { Step } from '../../db/timeline.ts'
import { LADDER, OFF_LADDER, type Stage } from '../../stage.ts'

const TOP = 20 // pixels above the highest rung
const LABEL = 40 // pixels below a rung for its name, and half a mark
const LEAST_GAP = 58 // pixels between two rungs
const SIDE = 4 // per cent of the width, left and right of the lines
const LEAST_RUNGS = 4
const STACKED = 23 // pixels that a mark stands above one that it would hide
const CLOSE = 6.2 // per cent of the width within which a mark would hide another, on a phone
const HIGHEST = 7 // marks above one another; more of them hide each other

/** What somebody said of a stage, as a mark in time. */
export type Mark = {
  id: string
  speaker: string
  role: string
  givenTo: string | null
  words: string
  /** Whether the words are the speaker's own. */
  isQuoted: boolean
  /** Whether it is known when they were said: what an article hands on undated may be of any day. */
  isDated: boolean
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
      const { id, role, givenTo, storyId, recalled } = rest
      const said = { words: quote ?? evidence, isQuoted: quote !== null }
      const isDated = saidOn !== null || (said.isQuoted && !recalled)
      const isDenial = modality === 'denial'
      const { outlet, url } = article
      const when = saidOn ?? moment
      const told = { speaker, role, givenTo, stage, when, ...said, isDated, isDenial }
      return [{ id, storyId, outlet, url, ...told }]
    })
    .sort((one, other) => one.when.localeCompare(other.when))
}

/** Where everything stands in a picture that is as wide as its page. Pure. */
export function plotOf(steps: Step[], marks: Mark[], until: Date): Plot {
  const stages = stagesShown([...steps, ...marks])
  const first = [...steps.map(({ from }) => from), ...marks.map(({ when }) => when)].sort()[0]
  const x = scaleUtc([new Date(first ?? until), until], [SIDE, 100 - SIDE])
  const stacked = spread(marks.map((mark) => ({ mark, x: rounded(x(new Date(mark.when))) })))
  const heights = heightsOf(stages, stacked)
  const y = (stage: Stage) => heights.get(stage) ?? 0
  return {
    height: Math.max(...heights.values()),
    rungs: stages.map((stage) => ({ stage, y: y(stage) })),
    years: x.ticks(8).flatMap((tick) => yearAt(tick, x(tick))),
    stair: stairOf(steps, until, (at) => x(at) * 10, y),
    marks: stacked.map(({ mark, x, level }) => ({ mark, x, y: y(mark.stage) - level * STACKED })),
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
  y: (stage: Stage) => number,
): string {
  const last = steps.at(-1)
  const points = last ? [...steps, { from: until.toISOString(), stage: last.stage }] : []
  return (
    line<Step>()
      .defined(({ stage }) => stage !== null)
      .x(({ from }) => x(new Date(from)))
      .y(({ stage }) => (stage ? y(stage) : 0))
      .digits(1)
      .curve(curveStepAfter)(points) ?? ''
  )
}

type Stacked = { mark: Mark; x: number; level: number }

/** Marks that would hide each other stand one above the other. */
function spread(marks: Omit<Stacked, 'level'>[]): Stacked[] {
  const placed: Stacked[] = []
  for (const { mark, x } of marks) {
    const near = placed.filter((one) => one.mark.stage === mark.stage && x - one.x < CLOSE)
    const taken = new Set(near.map(({ level }) => level))
    const free = Array.from({ length: HIGHEST }, (_, level) => level).find((one) => !taken.has(one))
    placed.push({ mark, x, level: free ?? HIGHEST - 1 })
  }
  return placed
}

/** How far down each rung is: as far below the next as what stands on it needs. */
function heightsOf(stages: Stage[], stacked: Stacked[]): Map<Stage, number> {
  const heights = new Map<Stage, number>()
  let down = TOP
  for (const stage of stages.toReversed()) {
    const levels = stacked.filter(({ mark }) => mark.stage === stage).map(({ level }) => level)
    const room = Math.max(0, ...levels) * STACKED
    down += heights.size === 0 ? room : Math.max(LEAST_GAP, room + LABEL)
    heights.set(stage, down)
  }
  return heights
}

function rounded(x: number): number {
  return Math.round(x * 100) / 100
}
