import type { Stage } from './stage.ts'

/** What one issue tells: what is known at its moment, and what the issue before told. */
export type IssueNews = WeekNews & {
  /** Null for the first issue, which tells the story so far. */
  previous: { stage: Stage | null; until: string } | null
}

/** What is known at a moment, and what became known in the period before it. */
export type WeekNews = {
  status: IssueStatus
  /** Every change of the status, oldest first. */
  timeline: { from: string; stage: Stage | null }[]
  /** The latest thing that anybody said on record; null where nobody did. */
  lastWord: LastWord | null
  /** What would change the status: one plain sentence. */
  outlook: string
  /** Best first. */
  stories: IssueStory[]
  /** Articles on the topic that became known in the period, duplicates among them. */
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
  /** Plain sentences with their sources, most weighty first. */
  reasons: IssueReason[]
}

/** Why a status is so: a plain sentence, where it was read, and when it was published, ISO 8601. */
export type IssueReason = { words: string; outlet: string; url: string; at: string | null }

export type LastWord = {
  speaker: string
  /** As printed, without quotation marks; null where it is only told what they said. */
  quote: string | null
  /** When it was published, ISO 8601. */
  at: string
  outlet: string
  url: string
}

/** The articles whose news is the same statement, interview or event. */
export type IssueStory = {
  id: string
  title: string
  /** Where the news was first told, if one of the articles says so or is it. */
  original: { outlet: string; url: string | null } | null
  /** Whether it brought the status of the day. */
  isChange: boolean
  /** Whether all that it tells of anybody had been said before. */
  isRepeat: boolean
  /** How many outlets carry it in their own words. */
  outlets: number
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
  url: string
  claims: Stage
  supports: Stage | null
}
