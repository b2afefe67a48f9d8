import type { Sending } from '../../db/admin/digest.ts'
import { counted } from '../site/words.ts'
import type { Held, SendingShown } from './digest.read.ts'
import { Moment } from './words.tsx'

/** How the sending of one issue goes, to the single mail. */
export function SendingView({ sending }: { sending: SendingShown }) {
  const { subject, kind, madeAt, approvedAt, approvedBy, held, calls, ended } = sending
  return (
    <>
      <p class="meta">
        “{subject}”, {kind}, made <Moment at={madeAt} /> UTC
        {approvedAt && (
          <>
            , approved by {approvedBy} <Moment at={approvedAt} />
          </>
        )}
      </p>
      <p role="status">{howItGoes(sending, held)}</p>
      {held && <HeldLine held={held} />}
      <label for="calls">Calls to the mail provider</label>
      <progress id="calls" max={Math.max(calls, 1)} value={ended} />
      <Figures sending={sending} />
      <Refusals sending={sending} />
      <p>
        <a href={`/issues/${sending.id}`}>The issue on the site</a>
      </p>
    </>
  )
}

function Figures({ sending }: { sending: SendingShown }) {
  const { planned, sent, refused, skipped, calls, ended, inDoubt, bounces, complaints } = sending
  const figures = [
    ['calls ended', `${ended} of ${calls}`],
    ['calls in doubt', inDoubt],
    ['planned', planned],
    ['taken by the provider', sent],
    ['refused', refused],
    ['left out', skipped],
    ['still to go', planned - sent - refused - skipped],
    ['bounces', bounces],
    ['complaints', complaints],
  ] as const
  return (
    <dl class="figures">
      {figures.map(([name, figure]) => (
        <div>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function Refusals({ sending: { refusals } }: { sending: SendingShown }) {
  if (!refusals.length) return null
  return (
    <>
      <h2>What the provider said</h2>
      <ul class="plain">
        {refusals.map(({ reason, mails }) => (
          <li>
            {counted(mails, 'mail')}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Why nothing goes out, or that it may. */
export function HeldLine({ held }: { held: Held | null }) {
  if (!held) return <p>Nothing is in its way.</p>
  return (
    <p class="held">
      Held back: {held.reason}
      {held.until ? (
        <>
          , until <Moment at={held.until} /> UTC.
        </>
      ) : (
        ', until somebody lets it go on.'
      )}
    </p>
  )
}

/** How a sending goes, in one sentence. */
export function howItGoes(sending: Sending, held: Held | null): string {
  const { heldAt, finishedAt, plannedAt, calls, ended, inDoubt, nextTryAt } = sending
  if (heldAt) return 'waits for approval'
  if (finishedAt) return `done ${finishedAt.slice(0, 16).replace('T', ' ')}`
  const gone = `${ended} of ${counted(calls, 'call')} done`
  const doubt = inDoubt ? `, ${inDoubt} of unknown outcome` : ''
  const until = held ? held.until : nextTryAt
  const waits = until ? `, waits until ${until.slice(0, 16).replace('T', ' ')}` : ''
  const paused = held && !held.until ? ', held back' : ''
  return `${plannedAt ? '' : 'being planned: '}${gone}${doubt}${waits}${paused}`
}
