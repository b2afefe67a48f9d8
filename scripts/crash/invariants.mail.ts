import type { Person } from './book.ts'
import { rowsOf } from './database.ts'
import type { Finding } from './invariants.ts'
import { isConfirmation } from './load.people.ts'
import type { World } from './world.ts'

const CALL = 25_000 // milliseconds: in doubt is noted at its end, and that may be so much later

type Issue = { id: string; kind: string; hasNews: boolean; madeAt: number }
type Mail = ReturnType<World['mailbox']['mails']>[number]

/** Each issue to each subscriber once, to nobody who has left; one link to each who asked for it. */
export function mailFindings(world: World): Finding[] {
  const mails = Map.groupBy(world.mailbox.mails(), (mail) => `${issueOf(mail)} ${mail.to[0]}`)
  const people = [...world.book.people.values()]
  const cases = issuesOf(world).flatMap((issue) =>
    people.map((person) => ({
      issue,
      person,
      got: mails.get(`${issue.id} ${person.address}`) ?? [],
    })),
  )
  const told = ({ issue, person, got }: (typeof cases)[number]) =>
    `${issue.id} to ${person.address}: ${got.length} mails, left ${iso(person.left)}`
  const wanted = cases.filter(({ issue, person }) => mustGet(issue, person))
  const calls = callsOf(world)
  const late = cases.filter(({ person, got }) => got.some((mail) => isLate(person, mail, calls)))
  const { length } = cases
  return [
    finding(
      'issues: no subscriber twice',
      length,
      cases.filter(({ got }) => got.length > 1).map(told),
    ),
    finding(
      'issues: no subscriber left out',
      wanted.length,
      wanted.filter(({ got }) => got.length === 0).map(told),
    ),
    finding('issues: nobody after leaving', length, late.map(told)),
    confirmations(people, mails),
  ]
}

function finding(promise: string, cases: number, breaches: string[]): Finding {
  return { promise, cases, breaches }
}

function issuesOf(world: World): Issue[] {
  return rowsOf(world, 'SELECT id, kind, has_news, made_at FROM issues').map((row) => ({
    id: String(row.id),
    kind: String(row.kind),
    hasNews: row.has_news === 1,
    madeAt: Date.parse(String(row.made_at)),
  }))
}

/** Whoever surely was on the list when it was made, wants it, and had done nothing to leave. */
function mustGet({ kind, hasNews, madeAt }: Issue, person: Person): boolean {
  const { choice, confirmed, leaving } = person
  const isWanted =
    kind === 'status' ? choice === 'changes' : choice === 'weekly' || (hasNews && choice === 'news')
  return isWanted && confirmed !== null && confirmed < madeAt && leaving === null
}

/** When the first call of each chunk began that may have been taken, by issue and number. */
function callsOf(world: World): Map<string, number> {
  const rows = rowsOf(world, 'SELECT issue_id, number, in_doubt_since FROM delivery_chunks')
  return new Map(
    rows.map((row) => [`${row.issue_id}/${row.number}`, Date.parse(String(row.in_doubt_since))]),
  )
}

/** Mailed by a call that began after leaving was answered, or without ever having confirmed. */
function isLate({ confirming, left }: Person, mail: Mail, calls: Map<string, number>): boolean {
  const call = calls.get(/^digest\/([^/]+\/\d+)/.exec(mail.idempotencyKey ?? '')?.[1] ?? '') ?? 0
  const began = Math.min(Date.parse(mail.createdAt), call - CALL)
  return confirming === null || (left !== null && left < began)
}

/** One mail to each whose wish was taken; at most one to whoever heard nothing. */
function confirmations(people: Person[], mails: Map<string, Mail[]>): Finding {
  const newcomers = people.filter(({ address }) => !address.includes('+reader-'))
  const wrong = newcomers.filter(({ address, wasTaken }) => {
    const count = mails.get(`confirmation ${address}`)?.length ?? 0
    return count > 1 || (wasTaken && count === 0)
  })
  const told = wrong.map(
    ({ address }) => `${address}: ${mails.get(`confirmation ${address}`)?.length ?? 0} links`,
  )
  return finding('confirmations: one each', newcomers.length, told)
}

function issueOf(mail: Mail): string {
  if (isConfirmation(mail)) return 'confirmation'
  return mail.tags.find(({ name }) => name === 'issue')?.value ?? 'none'
}

function iso(time: number | null): string {
  return time === null ? 'never' : new Date(time).toISOString()
}
