/** A story as look-ups by its keys return it. Its id is the id of the article that founded it. */
export type KnownStory = {
  id: string
  /** Moment of the founding article (ISO 8601 UTC). */
  moment: string
  /** Name of who chiefly speaks in it; null for an insider, an outlet's own piece. */
  speaker: string | null
  /** Outlet that it was first given to or printed by. */
  original: string | null
  lookupKeys: string[]
}

/** How an article came to its story, kept so that it can be shown and undone. */
export type StoryJoin = {
  method: 'founded' | 'revision' | 'copy' | 'quotation' | 'interview' | 'source'
  /** 0 to 1: how much of the article's quoted words, or how sure. */
  score: number
  /** The article or quotation key joined by; null for a founded story. */
  partner: string | null
}
