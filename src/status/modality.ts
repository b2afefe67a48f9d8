/** How something is said. */
export const MODALITIES = [
  'fact',
  'plan',
  'wish',
  'denial',
  'question',
  'conditional',
  'rumor',
] as const

export type Modality = (typeof MODALITIES)[number]
