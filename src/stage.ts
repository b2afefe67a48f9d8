/** The stages of a film that is waited for, in order, as the trade names them. */
export const LADDER = [
  'rumored',
  'talks',
  'development',
  'greenlit',
  'pre-production',
  'filming',
  'post-production',
  'released',
] as const

/** Stages beside the ladder: nothing moves, and nothing will. */
export const OFF_LADDER = ['stalled', 'cancelled'] as const

export const STAGES = [...LADDER, ...OFF_LADDER] as const

export type Stage = (typeof STAGES)[number]

/** Position on the ladder from 0 (rumored); -1 for a stage beside it. */
export function rung(stage: Stage): number {
  return (LADDER as readonly Stage[]).indexOf(stage)
}

/** Whether a stage claims the studio's approval or more: what must never be said wrongly. */
export function isGreenlitOrBeyond(stage: Stage): boolean {
  return rung(stage) >= rung('greenlit')
}

type StageNames = {
  /** The answer in a fan's words, true at this stage. */
  words: string
  /** The same at themoviedb.org. */
  tmdb: 'Rumored' | 'Planned' | 'In Production' | 'Post Production' | 'Released' | 'Canceled'
  /** The same at IMDbPro. */
  imdbPro: string
}

/** What each stage is called, here and where the trade keeps its lists. */
export const STAGE_NAMES: Record<Stage, StageNames> = {
  rumored: {
    words: 'Only a rumour. Nobody has said it on record.',
    tmdb: 'Rumored',
    imdbPro: 'Development Unknown',
  },
  talks: {
    words: 'Not greenlit. The makers say they want it.',
    tmdb: 'Rumored',
    imdbPro: 'Development Unknown',
  },
  development: {
    words: 'Not greenlit. The makers say they are working on it.',
    tmdb: 'Planned',
    imdbPro: 'In Development',
  },
  greenlit: {
    words: 'Greenlit. The film is approved.',
    tmdb: 'Planned',
    imdbPro: 'In Development',
  },
  'pre-production': {
    words: 'In pre-production. The shoot is being prepared.',
    tmdb: 'In Production',
    imdbPro: 'Pre-production',
  },
  filming: {
    words: 'Filming. The cameras are rolling.',
    tmdb: 'In Production',
    imdbPro: 'Filming',
  },
  'post-production': {
    words: 'In post-production. The film is shot and being finished.',
    tmdb: 'Post Production',
    imdbPro: 'Post-production',
  },
  released: { words: 'Released. You can watch it.', tmdb: 'Released', imdbPro: 'Released' },
  stalled: {
    words: 'On hold. Those in charge say nothing moves.',
    tmdb: 'Planned',
    imdbPro: 'Development Unknown',
  },
  cancelled: {
    words: 'Cancelled. Those in charge say it will not be made.',
    tmdb: 'Canceled',
    imdbPro: 'Development Unknown',
  },
}

/** The answer in a fan's words; for null, that nothing is known. */
export function stageWords(stage: Stage | null): string {
  return stage ? STAGE_NAMES[stage].words : 'Unknown. Nothing on record has been read yet.'
}
