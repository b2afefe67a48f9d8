import { rowsOf } from './database.ts'
import type { World } from './world.ts'

/**
 * What is known in the end, by kind, a line each; without the times at which it was read, and so the
 * same however often the reading was cut off.
 */
export type Outcome = Record<string, string[]>

const KNOWN: Record<string, string> = {
  articles: `SELECT url, id, outlet, title, published, lang, text, read_from, relevant, why, stage,
      headline_stage, overclaims, duplicate_of, story_id, original
    FROM articles`,
  quotations: `SELECT key, speaker, role, article_id, said_on, given_to, story_id FROM quotations`,
  stories: `SELECT id, speaker, original, articles, copies, overclaims,
      (SELECT json_group_object(key, value ORDER BY key) FROM json_each(outlets)) AS outlets
    FROM stories
    WHERE articles > 0`,
  statements: `SELECT article_id, speaker, role, quote, evidence, given_to, said_on, stage, modality,
      rule, recalled, fresh
    FROM statements`,
  'changes of status': `SELECT from_at, stage, because
    FROM status_changes
    WHERE rules_version = (SELECT max(rules_version) FROM status_changes)`,
}

/** Everything that the Worker has come to know. */
export function outcomeOf(world: World): Outcome {
  return Object.fromEntries(
    Object.entries(KNOWN).map(([kind, sql]) => [
      kind,
      rowsOf(world, sql).map((row) => JSON.stringify(row)),
    ]),
  )
}

/** The lines that one has more often than the other. */
export function beyond(lines: string[], others: string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
