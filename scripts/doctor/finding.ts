/** What the doctor found: good, bad, or neither (doubtful, or not to be known now). */
export type Finding = {
  state: 'good' | 'bad' | 'unsure'
  what: string
  words: string
  /** What to do about it. */
  cure?: string
}

export const good = (what: string, words: string): Finding => ({ state: 'good', what, words })

export const bad = (what: string, words: string, cure: string): Finding => ({
  state: 'bad',
  what,
  words,
  cure,
})

export const unsure = (what: string, words: string, cure?: string): Finding => ({
  state: 'unsure',
  what,
  words,
  ...(cure !== undefined && { cure }),
})
