import type { ShownStatement } from '../status.ts'

/** A statement as its article shows it. */
export type SaidIn = Omit<ShownStatement, 'article'> & {
  /** Name of the rule that read it. */
  rule: string
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}

/**
 * The statements of a row's article as a JSON array, read with the row itself. Their ids are the
 * article's with `#` and a number: a range of the primary key, where an index would cost twice, and in
 * its order without being sorted.
 */
export function saidOf(articleId: string): string {
  return `(SELECT ${SAID}
    FROM (SELECT * FROM statements
          WHERE id > ${articleId} || '#' AND id < ${articleId} || '$'
          ORDER BY id) AS said)`
}

const SAID = `json_group_array(json_object(
  'id', said.id, 'speaker', said.speaker, 'role', said.role, 'quote', said.quote,
  'evidence', said.evidence, 'givenTo', said.given_to, 'saidOn', said.said_on,
  'stage', said.stage, 'modality', said.modality, 'rule', said.rule,
  'recalled', json(iif(said.recalled, 'true', 'false')),
  'fresh', json(iif(said.fresh, 'true', 'false'))))`

/** What such a column holds. */
export function saidIn(json: string): SaidIn[] {
  return JSON.parse(json)
}
