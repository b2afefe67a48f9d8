import type { SourceState } from '../db/sources.ts'
import type { Health } from './health.ts'
import type { Meter } from './meters.ts'
import type { Hold } from './quota.ts'
import { BOUNCES, COMPLAINTS } from './rates.ts'

const HOUR = 60 * 60 * 1000 // ms
const DEAD_AFTER = 72 * HOUR // without anything good
const SENT_WITHIN = 48 * HOUR
const NEAR = 0.8 // of a quota
const HALF = 0.5 // of the share at which sending pauses
const FEW = 3 // bounces or complaints that may be chance

/** All that an admin may have to know, as it is at a moment. */
export type Situation = {
  now: Date
  sources: SourceState[]
  health: Health
  hold: (Hold & { isPause: boolean }) | null
  feedback: { mails: number; bounces: number; complaints: number }
  letters: { count: number; oldest: string | null }
  /** Issues of the last two weeks that are not sent to the end. */
  open: { id: string; madeAt: string; heldAt: string | null }[]
  meters: Meter[]
}

/** Something that is wrong, in words without a name or address of anybody, and where to mend it. */
export type Finding = { cause: string; words: string; place: string }

type Cause = Omit<Finding, 'words'> & { words: (situation: Situation) => string | null }

/** What is told, the most pressing first. */
const CAUSES: Cause[] = [
  { cause: 'scan late', place: '/scans', words: scanWords },
  { cause: 'digest late', place: '/digest', words: digestWords },
  { cause: 'approval', place: '/digest', words: approvalWords },
  { cause: 'sending paused', place: '/digest', words: pauseWords },
  { cause: 'bounce rate', place: '/digest', words: rateWords },
  { cause: 'dead letters', place: '/dead-letters', words: letterWords },
  { cause: 'source dead', place: '/sources', words: sourceWords },
  { cause: 'quota near', place: '/quotas', words: quotaWords },
]

/** What is wrong at a moment, the most pressing first. Pure. */
export function findingsOf(situation: Situation): Finding[] {
  return CAUSES.flatMap(({ words, ...cause }) => {
    const told = words(situation)
    return told === null ? [] : [{ ...cause, words: told }]
  })
}

/** Where a cause is mended, below /admin. */
export function placeOf(wanted: string): string {
  return CAUSES.find(({ cause }) => cause === wanted)?.place ?? '/'
}

function scanWords({ health: { scan, queue } }: Situation): string | null {
  if (!scan.isOk && !scan.lastGood) return 'No scan was good yet.'
  if (!scan.isOk) return `The last good scan was at ${moment(scan.lastGood?.at)}.`
  if (queue.isOk) return null
  return `Work waits since ${moment(queue.oldest?.at)} (${queue.kind}).`
}

function digestWords({ health: { issue }, open, hold, now }: Situation): string | null {
  if (!issue.isOk)
    return `Issue ${issue.due} is not made, though it was due ${moment(issue.dueAt)}.`
  const before = new Date(now.getTime() - SENT_WITHIN).toISOString()
  const late = open.find(({ madeAt, heldAt }) => !heldAt && madeAt < before)
  if (!late || hold) return null
  return `Issue ${late.id} was made ${moment(late.madeAt)} and is not sent to all yet.`
}

function approvalWords({ open }: Situation): string | null {
  const waiting = open.filter(({ heldAt }) => heldAt)
  const [first] = waiting
  if (!first?.heldAt) return null
  const ids = waiting.map(({ id }) => id).join(', ')
  return `Waiting for approval, and seen by no reader before: issue ${ids}.`
}

function pauseWords({ hold }: Situation): string | null {
  return hold?.isPause ? `No issue goes out: ${hold.reason}.` : null
}

function rateWords({ feedback: { mails, bounces, complaints } }: Situation): string | null {
  const isNear =
    (bounces >= FEW && bounces >= HALF * BOUNCES.share * mails) ||
    (complaints >= FEW && complaints >= HALF * COMPLAINTS.share * mails)
  if (!isNear) return null
  const [most, mostComplaints] = [100 * BOUNCES.share, 100 * COMPLAINTS.share]
  const came = `${bounces} bounces and ${complaints} complaints of ${mails} mails in a week.`
  return `${came} Sending pauses at ${most} % and ${mostComplaints} %.`
}

function letterWords({ letters: { count, oldest } }: Situation): string | null {
  if (count === 0) return null
  return `${count} ${count === 1 ? 'job' : 'jobs'} failed as often as the queue allows, the first ${moment(oldest)}.`
}

function sourceWords({ sources, now }: Situation): string | null {
  const before = new Date(now.getTime() - DEAD_AFTER).toISOString()
  const dead = sources.filter((source) => isDead(source, before))
  if (!dead.length) return null
  const told = dead.map(({ id, state, lastError }) => `${id} (${state}: ${lastError ?? 'nothing'})`)
  return `Nothing good comes of ${told.join('; ')}. Pausing a source ends this.`
}

/** A source that was never good counts from its first failures on. */
function isDead({ state, lastOkAt, lastScanAt, failures }: SourceState, before: string): boolean {
  if (state === 'paused' || state === 'ok') return false
  if (state === 'gone' || state === 'blocked') return true
  return lastOkAt === null ? lastScanAt !== null && failures >= 5 : lastOkAt < before
}

/** Beyond a limit of the free plan it was never the limit: then the plan is another. */
function quotaWords({ meters }: Situation): string | null {
  const near = meters.filter(({ share, by }) => {
    return share !== null && share >= NEAR && (share <= 1 || by === 'provider')
  })
  if (!near.length) return null
  const told = near.map(({ name, used, limit }) => `${name}: ${used} of ${limit}`)
  return `${told.join('; ')}.`
}

function moment(at: string | null | undefined): string {
  return at ? `${at.slice(0, 16).replace('T', ' ')} UTC` : 'some time ago'
}
