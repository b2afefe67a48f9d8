import type { App } from '../app.ts'
import type { StatementBefore } from '../db/corrections.ts'
import type { StatementChange } from '../status/corrections.ts'
import type { Statement } from '../status/statements.ts'

/** A statement as it stands, and of a change what would change it: nothing, where that is empty. */
export function wantedOf(
  app: App,
  statement: Statement,
  change: StatementChange,
): { before: StatementBefore; wanted: StatementChange } {
  const before = valuesOf(statement)
  return { before, wanted: differing(before, withRole(app, change, before)) }
}

/** Another speaker brings a role along; who is named already keeps it. */
function withRole(
  { config }: App,
  change: StatementChange,
  before: StatementBefore,
): StatementChange {
  if (!change.speaker || change.role || change.speaker === before.speaker) return change
  const person = config.topic.people.find(({ name }) => name === change.speaker)
  return { ...change, role: person?.role ?? 'other' }
}

function differing(before: StatementBefore, change: StatementChange): StatementChange {
  const shown: StatementChange = before
  const names = Object.keys(change) as (keyof StatementChange)[] // of a type that has no others
  return Object.fromEntries(
    names.filter((name) => change[name] !== shown[name]).map((name) => [name, change[name]]),
  )
}

function valuesOf(statement: Statement): StatementBefore {
  const { speaker, role, stage, modality, saidOn, givenTo } = statement
  return { speaker, role, stage, modality, saidOn, givenTo }
}
