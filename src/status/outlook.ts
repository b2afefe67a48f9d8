import type { Stage } from '../stage.ts'

/** What it would take to leave each stage, as the rules of the status have it. */
const OUTLOOK: Record<Stage, string> = {
  rumored: 'Somebody who makes the film says on record that they want it or work on it.',
  talks: 'Its makers tell of a script or other work under way, or the studio approves it.',
  development: 'The studio, or a producer speaking for it, says that the film is approved.',
  greenlit: 'Those who make it tell of a date for the shoot, of casting or of sets being built.',
  'pre-production': 'Cameras roll, on the word of those who make it.',
  filming: 'Those who make it say that the shoot is done.',
  'post-production': 'It comes out.',
  released: 'Nothing: it is out.',
  stalled: 'Somebody who answers for the film says that the work goes on.',
  cancelled: 'The studio or a producer takes it up again.',
}

/** What would change the status, in one plain sentence. Pure. */
export function whatWouldChange(stage: Stage | null): string {
  return stage ? OUTLOOK[stage] : 'Somebody says on record whether there is to be a film.'
}
