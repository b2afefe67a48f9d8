import { type Evidence, inOrder, isCounting, isStanding } from '../../src/status/evidence.ts'
import {
  type Checkpoint,
  foldStretch,
  START,
  type Stretch,
  type Work,
} from '../../src/status/fold.ts'
import type { StatusChange } from '../../src/status/history.ts'

/** What the database keeps, in memory: any list of statements may follow any other. */
export class Shelf {
  evidence: Evidence[] = []
  changes: StatusChange[] = []
  checkpoints: Checkpoint[] = []
  work: Work | null = null
  private interval: number

  constructor(interval: number) {
    this.interval = interval
  }

  /** What was said is another now: whatever came, went or changed marks its moments. */
  becomes(evidence: Evidence[]): void {
    const [before, now] = [this.evidence, evidence].map(
      (list) => new Map(list.map((one) => [one.id, one])),
    )
    for (const id of new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const [old, fresh] = [before?.get(id), now?.get(id)]
      if (JSON.stringify(old) === JSON.stringify(fresh)) continue
      for (const one of [old, fresh]) {
        if (!one || !isCounting(one)) continue
        this.mark(one.moment)
        if (one.withdrawn !== null) this.mark(one.withdrawn)
      }
    }
    this.evidence = evidence
  }

  private mark(at: string): void {
    const { from = at, to = at, rewind = null } = this.work ?? {}
    this.work = {
      from: at < from ? at : from,
      to: at > to ? at : to,
      rewind: rewind && rewind.to < at ? rewind : null,
    }
  }

  /** Does one step that reads so many statements, or as many more as one moment has. */
  step(limit: number): void {
    const { work } = this
    if (!work) return
    const step = foldStretch(this.stretch(work, limit), this.interval)
    const isOutside = (at: string) => at < work.from || (step.until !== null && at >= step.until)
    this.changes = [
      ...this.changes.filter(({ from }) => isOutside(from)),
      ...step.changes,
    ].toSorted((a, b) => (a.from < b.from ? -1 : 1))
    this.checkpoints = [
      ...this.checkpoints.filter(({ at }) => isOutside(at)),
      ...step.checkpoints,
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
    this.work = step.asBefore === null ? step.work : this.taken(step.asBefore)
  }

  private taken(by: string): Work | null {
    const first = this.evidence
      .filter(isCounting)
      .flatMap(({ moment, withdrawn }) =>
        moment <= by && withdrawn !== null && withdrawn > by ? withdrawn : [],
      )
      .toSorted()[0]
    return first === undefined ? null : { from: first, to: first, rewind: null }
  }

  private stretch(work: Work, limit: number): Stretch {
    const counting = this.evidence.filter(isCounting).toSorted(inOrder)
    const withdrawals = counting.flatMap(({ withdrawn }) => withdrawn ?? []).toSorted()
    const isWithdrawal = withdrawals.includes(work.from)
    const isValid = ({ at }: Checkpoint) =>
      !isWithdrawal ||
      !counting.some(
        ({ moment, withdrawn }) =>
          withdrawn !== null && moment <= at && at < withdrawn && withdrawn <= work.from,
      )
    const last = this.checkpoints.findLast((one) => one.at < work.from && isValid(one))
    const base = (isWithdrawal && work.rewind?.base) || last || START
    const all = counting.filter(
      (one) =>
        one.moment > base.at &&
        (!isWithdrawal || (one.moment <= work.from && isStanding(one, work.from))),
    )
    const isEnough = (count: number) =>
      count >= all.length ||
      (all[count - 1]?.moment ?? '') > (isWithdrawal ? (all[0]?.moment ?? '') : work.from)
    let count = limit
    while (!isEnough(count)) count *= 2
    return {
      work,
      isWithdrawal,
      withdrawal:
        withdrawals.find((at) => (isWithdrawal ? at > work.from : at >= work.from)) ?? null,
      stage: this.changes.findLast(({ from }) => from < work.from)?.stage ?? null,
      base,
      evidence: all.slice(0, count),
      isAll: count >= all.length,
      kept: this.checkpoints.filter(({ at }) => at >= work.from),
    }
  }
}
