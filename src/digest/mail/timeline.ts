import type { Stage } from '../../stage.ts'

const LEAST_SHARE = 4 // per cent of the width, else a short stage cannot be seen
const MOST_SPANS = 8

/** A time in which the status was the same; `share` is its part of the whole in per cent. */
export type Span = { stage: Stage | null; from: string; share: number }

/** Colours of the stages, legible by day and by night. */
export const STAGE_COLOURS: Record<Stage, string> = {
  rumored: '#a8a29a',
  talks: '#8dbcc4',
  development: '#2f8a9c',
  greenlit: '#5d9c59',
  'pre-production': '#3f8f6b',
  filming: '#c98a2b',
  'post-production': '#2f6ba8',
  released: '#4a55b5',
  stalled: '#8c6f6f',
  cancelled: '#7a3b3b',
}

/** The latest times of one status, oldest first; the shares are whole numbers that make 100. */
export function spansOf(timeline: { from: string; stage: Stage | null }[], until: string): Span[] {
  const turns = timeline.slice(-MOST_SPANS)
  const ends = turns.map((_, nth) => Date.parse(turns[nth + 1]?.from ?? until))
  const lengths = turns.map(({ from }, nth) => Math.max(0, (ends[nth] ?? 0) - Date.parse(from)))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const free = 100 - LEAST_SHARE * turns.length
  const shares = lengths.map((length) =>
    Math.floor(LEAST_SHARE + (whole > 0 ? (free * length) / whole : free / turns.length)),
  )
  const left = 100 - shares.reduce((sum, share) => sum + share, 0)
  return turns.map(({ from, stage }, nth) => ({
    from,
    stage,
    share: (shares[nth] ?? 0) + (nth === turns.length - 1 ? left : 0),
  }))
}
