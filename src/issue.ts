import type { Stage } from './stage.ts'

/** What one issue tells: the status at its moment, and what is new since the issue before. */
export type IssueNews = {
  status: IssueStatus
  /** Best first. */
  stories: IssueStory[]
  /** Articles on the topic that were read in the period, duplicates among them. */
  articles: number
  /** How many of them repeat another's text. */
  duplicates: number
}

export type IssueStatus = {
  /** Null until something on record has been read. */
  stage: Stage | null
  /** One plain sentence without a link. */
  words: string
  /** Since when, ISO 8601; null where it is not known. */
  since: string | null
  /** Plain sentences, most weighty first. */
  reasons: string[]
}

/** The articles whose news is the same statement, interview or event. */
export type IssueStory = {
  id: string
  title: string
  /** In our own words; null where there are none. */
  summary: string | null
  /** Where the news was first told, if one of the articles says so or is it. */
  original: { outlet: string; url: string | null } | null
  /** Every article of the period, first published first. */
  articles: IssueArticle[]
  statements: IssueStatement[]
  overclaims: IssueOverclaim[]
}

export type IssueArticle = {
  outlet: string
  title: string
  url: string
  /** ISO 8601; null where the page bears no date. */
  published: string | null
}

export type IssueStatement = {
  speaker: string
  role: string | null
  /** The words as printed, without quotation marks. */
  quote: string
  /** Day or month (`2024-03`) on which it was said; null where nobody tells. */
  saidOn: string | null
  /** The outlet to which it was first said. */
  givenTo: string | null
  /** False for words that were already known before the period. */
  fresh: boolean
}

/** A headline that claims more than the people quoted support. */
export type IssueOverclaim = {
  outlet: string
  headline: string
  claims: Stage
  supports: Stage | null
}
