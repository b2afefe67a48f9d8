/** Which mails a subscriber wants, as the table of subscribers has it, with what a form calls it. */
export const CHOICES = [
  { id: 'weekly', label: 'Every week' },
  { id: 'news', label: 'Only in weeks with news' },
  { id: 'changes', label: 'Only when the status changes' },
] as const

export type Choice = (typeof CHOICES)[number]['id']

/** The ids alone, for schemas. */
export const CHOICE_IDS = ['weekly', 'news', 'changes'] as const satisfies readonly Choice[]
