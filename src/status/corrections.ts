import type { Stage } from '../stage.ts'
import type { VoiceRole } from '../story/voices.ts'
import type { Modality } from './modality.ts'

/** By what a statement is known again after its article was read anew. */
export type StatementMark = { evidence: string; quoteKey: string | null; rule: string }

/** What is to be shown of a statement instead of what the rules read; `isStruck`: nothing. */
export type StatementChange = {
  speaker?: string | null
  role?: VoiceRole
  stage?: Stage | null
  modality?: Modality
  saidOn?: string | null
  givenTo?: string | null
  isStruck?: true
}

/** What an admin says of an article, whatever the rules make of it. */
export type Verdict =
  /** It is a story of its own; what it founded is told by `rest` from now on, if there was more. */
  | { kind: 'split'; rest: string | null }
  /** It belongs to the story of the article `into`; with `isStory` all that is told with it. */
  | { kind: 'merge'; into: string; isStory: boolean }
  | { kind: 'relevance'; relevant: boolean }
  /** It copies nothing. */
  | { kind: 'original' }
  | { kind: 'statement'; mark: StatementMark; change: StatementChange }
  | { kind: 'gone'; isGone: boolean }

/** A verdict that is not undone. */
export type StandingVerdict = { articleId: string; verdict: Verdict }

/** What stands of the corrections of one article; what is not there is left to the rules. */
export type Corrected = {
  relevant?: boolean
  isOriginal?: true
  /** The article in whose story it is; itself: a story of its own. */
  story?: string
  statements?: { mark: StatementMark; change: StatementChange }[]
  isGone?: boolean
}

export type Standing = {
  articles: Map<string, Corrected>
  /** Stories by their id that are shown in the story of another article, by its id. */
  stories: Map<string, string>
}

/** What all standing verdicts, earliest first, say together: of two on one thing the later. Pure. */
export function standing(verdicts: StandingVerdict[]): Standing {
  const all: Standing = { articles: new Map(), stories: new Map() }
  for (const { articleId, verdict } of verdicts) apply(all, articleId, verdict)
  return all
}

function apply(all: Standing, id: string, verdict: Verdict): void {
  switch (verdict.kind) {
    case 'split':
      split(all, id, verdict.rest)
      break
    case 'merge':
      if (verdict.isStory) mergeStory(all, id, verdict.into)
      else pin(all, id, verdict.into)
      break
    case 'relevance':
      change(all, id, { relevant: verdict.relevant })
      break
    case 'original':
      change(all, id, { isOriginal: true })
      break
    case 'statement':
      addStatement(all, id, verdict)
      break
    case 'gone':
      change(all, id, { isGone: verdict.isGone })
  }
}

function split(all: Standing, id: string, rest: string | null): void {
  pin(all, id, id)
  change(all, id, { isOriginal: true })
  if (!rest) return
  pin(all, rest, rest)
  showIn(all, id, rest)
}

/** What was said before of the founder's own story gives way. */
function mergeStory(all: Standing, story: string, into: string): void {
  const { story: _, ...others } = all.articles.get(story) ?? {}
  all.articles.set(story, others)
  showIn(all, story, into)
}

function pin(all: Standing, id: string, story: string): void {
  change(all, id, { story })
}

/** Two stories cannot be shown in each other: an older correction that says so gives way. */
function showIn(all: Standing, story: string, into: string): void {
  const { stories } = all
  for (let at: string | undefined = into; at !== undefined; ) {
    const next = stories.get(at)
    if (next === story) stories.delete(at)
    at = next
    if (at === story) break
  }
  stories.set(story, into)
}

function addStatement(
  all: Standing,
  id: string,
  { mark, change: wanted }: { mark: StatementMark; change: StatementChange },
): void {
  const before = all.articles.get(id)?.statements ?? []
  change(all, id, { statements: [...before, { mark, change: wanted }] })
}

function change(all: Standing, id: string, more: Corrected): void {
  all.articles.set(id, { ...all.articles.get(id), ...more })
}
