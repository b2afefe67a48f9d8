import { isOnRecord } from '../status/authority.ts'
import { type Evidence, isCounting } from '../status/evidence.ts'
import type { PlacedStatement, Placement } from '../status/placement.ts'
import type { Lifetime } from '../status/revision.ts'

/** A placed statement with what revisions did to it. */
export type KeptStatement = Omit<PlacedStatement, 'quoteKey'> & Lifetime

/**
 * What is found of what an article says, as its triggers spread it into rows: its moments and those of
 * its speakers, each once, and whether they brought anything new; the stages that are borne out on
 * record; what was withdrawn; and the first and last moment that the status is derived from.
 */
type Marks = {
  at: { isNew: 0 | 1; moment: string }[]
  by: SpeakerMark[]
  of: { stage: string; moment: string }[]
  withdrawn: { at: string; moment: string }[]
  from: string | null
  to: string | null
}

type SpeakerMark = {
  speaker: string
  /** Of several roles the last one. */
  role: string
  isNew: 0 | 1
  moment: string
  statements: number
  fresh: number
}

/** What a placed article's row holds of what it says, as JSON. */
export function saidColumns(
  placement: Pick<Placement, 'statements' | 'freshQuotations' | 'repeats'> | null,
  moment: string,
): { said: string; marks: string; repeats: string } {
  const said = keptStatements(placement?.statements ?? [])
  const quoted = placement?.freshQuotations ?? []
  return {
    said: JSON.stringify(said),
    marks: said.length + quoted.length ? JSON.stringify(marksOf(said, quoted, moment)) : '{}',
    repeats: JSON.stringify(placement?.repeats ?? []),
  }
}

/** The marks of statements and new quotations of an article that counts from `moment`. */
export function marksOf(
  statements: KeptStatement[],
  quoted: { moment: string }[],
  moment: string,
): Marks {
  const dated = statements.map((one) => ({ ...one, moment: one.since ?? moment }))
  const news = [...dated, ...quoted.map((one) => ({ moment: one.moment, fresh: true }))]
  const counting = dated.filter(isCounting)
  const ends = counting.flatMap(({ moment: since, withdrawn }) =>
    withdrawn ? [{ at: withdrawn, moment: since }] : [],
  )
  const moments = [...counting.map((one) => one.moment), ...ends.map(({ at }) => at)].toSorted()
  return {
    at: [...Map.groupBy(news, (one) => one.moment)].map(([at, said]) => ({
      isNew: said.some(({ fresh }) => fresh) ? 1 : 0,
      moment: at,
    })),
    by: [...Map.groupBy(dated, (one) => `${one.moment} ${one.speaker}`).values()].flatMap(
      speakerMark,
    ),
    of: distinct(
      dated.filter(bearsOut).map(({ stage, moment: at }) => ({ stage: stage ?? '', moment: at })),
    ),
    withdrawn: distinct(ends),
    from: moments[0] ?? null,
    to: moments.at(-1) ?? null,
  }
}

/** Statements as the row of their article keeps them. */
function keptStatements(statements: (PlacedStatement & Lifetime)[]): KeptStatement[] {
  return statements.map(({ quoteKey: _, ...statement }) => statement)
}

type Dated = KeptStatement & { moment: string }

function speakerMark(said: Dated[]): SpeakerMark[] {
  const last = said.at(-1)
  if (!last?.speaker) return []
  const fresh = said.filter((one) => one.fresh).length
  const { speaker, role, moment } = last
  return [{ speaker, role, isNew: fresh ? 1 : 0, moment, statements: said.length, fresh }]
}

function bearsOut(one: Dated): boolean {
  return isCounting(one) && isOnRecord(one.role) && one.modality !== 'denial'
}

function distinct<Value>(values: Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/** The article in which a statement or a quotation stands, by its id: `ARTICLE#…`. */
export function articleIdIn(id: string): string {
  return id.split('#')[0] ?? ''
}

/** An article's row as evidence is taken from it. */
export type SaidRow = { articleId: string; moment: string; said: string }

/** All that an article says, as evidence. */
export function evidenceIn({ articleId, moment, said }: SaidRow): Evidence[] {
  return (JSON.parse(said) as KeptStatement[]).map((one) => ({
    id: one.id,
    speaker: one.speaker,
    role: one.role,
    stage: one.stage,
    modality: one.modality,
    rule: one.rule,
    saidOn: one.saidOn,
    fresh: one.fresh,
    recalled: one.recalled,
    articleId,
    moment: one.since ?? moment,
    withdrawn: one.withdrawn ?? null,
  }))
}
