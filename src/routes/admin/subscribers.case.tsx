import type { CaseDelivery, SupportCase } from '../../db/admin/support-case.ts'
import { Moment } from './words.tsx'

type Found = SupportCase & { mayBeLifted: boolean }

/** One subscriber for a support case: how it stands and what can be done, not who it is. */
export function CaseView({ found }: { found: Found }) {
  const { state, choice, suppression, softBounces, deliveries } = found
  const times = [
    ['Asked', found.createdAt],
    ['Confirmed', found.confirmedAt],
    ['Left', found.unsubscribedAt],
    ['Paused until', found.pausedUntil],
    ['Asked to be erased', found.eraseAskedAt],
  ] as const
  return (
    <>
      <p class="id">{found.id}</p>
      <dl class="head">
        <dt>State</dt>
        <dd>{state}</dd>
        <dt>Choice</dt>
        <dd>{choice}</dd>
        {times.map(
          ([name, at]) =>
            at && (
              <>
                <dt>{name}</dt>
                <dd>
                  <Moment at={at} /> UTC
                </dd>
              </>
            ),
        )}
        {suppression && (
          <>
            <dt>Suppressed</dt>
            <dd>
              {suppression.reason}, since <Moment at={suppression.since} /> UTC
            </dd>
          </>
        )}
        {softBounces > 0 && (
          <>
            <dt>Bounces that may pass</dt>
            <dd>{softBounces}</dd>
          </>
        )}
      </dl>
      <Acts found={found} />
      <h2>Last mails</h2>
      {deliveries.length ? <Deliveries deliveries={deliveries} /> : <p>None yet.</p>}
    </>
  )
}

function Acts({ found: { id, state, confirmedAt, suppression, mayBeLifted } }: { found: Found }) {
  return (
    <>
      <div class="acts">
        {confirmedAt && state !== 'gone' && <Button id={id} act="unsubscribe" name="Unsubscribe" />}
        <Button id={id} act="erase" name="Erase" />
        {mayBeLifted && <Button id={id} act="lift" name="Lift the suppression" />}
      </div>
      {suppression && !mayBeLifted && suppression.reason !== 'erased' && (
        <p class="note">Whoever complained is not mailed again: this cannot be lifted.</p>
      )}
    </>
  )
}

function Button({ id, act, name }: { id: string; act: string; name: string }) {
  return (
    <form method="post" action={`/admin/subscribers/${id}/${act}`}>
      <button type="submit">{name}</button>
    </form>
  )
}

function Deliveries({ deliveries }: { deliveries: CaseDelivery[] }) {
  return (
    <table class="cards brief" aria-label="Last mails">
      <thead>
        <tr>
          <th scope="col">Issue</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr>
            <th scope="row">
              <a href={`/admin/digest/issues/${delivery.issue}`}>{delivery.issue}</a>
            </th>
            <td data-name="What became of it">{fateOf(delivery)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function fateOf({ sentAt, skippedAt, refusedAt, refusal }: CaseDelivery): string {
  if (sentAt) return `taken by the provider ${plain(sentAt)}`
  if (refusedAt) return `refused ${plain(refusedAt)}: ${refusal ?? 'without a word'}`
  return skippedAt ? `left out ${plain(skippedAt)}: not to be mailed then` : 'still to go'
}

function plain(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}
