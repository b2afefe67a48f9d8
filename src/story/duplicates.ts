/** What of an article's text is kept to find copies of it. */
export type Fingerprint = {
  /** Equal for texts with the same words in the same order. */
  textKey: string
  /** Words of the text. */
  length: number
  /** Keys to look near copies up by: any shared key makes a candidate. At most 16. */
  lookupKeys: string[]
  /** The smallest hashes of its runs of words, ascending, at most 128: enough to compare two. */
  sketch: number[]
}

/** An article read before, as look-ups by text return it. */
export type KnownArticle = {
  id: string
  url: string
  moment: string
  storyId: string
  duplicateOf: string | null
  fingerprint: Pick<Fingerprint, 'textKey' | 'length' | 'sketch'>
}
