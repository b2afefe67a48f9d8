import type { PastLook } from '../../db/admin/looks.ts'
import type { SourceState } from '../../db/sources.ts'
import { Health } from './sources.page.tsx'
import type { ShownLooks } from './sources.tsx'
import { Moment, since } from './words.tsx'

/** One source: how it is, what it answered, what can be done with it. */
export function SourceView({ source, state, looks, now }: ShownLooks & { now: Date }) {
  const isLeft = state?.state === 'paused' || state?.state === 'gone'
  return (
    <>
      <p>
        <Health state={state} /> {state?.lastError}
      </p>
      <p class="meta">
        {source.kind} of <a href={source.home}>{source.outlet}</a>:{' '}
        <a class="id" href={source.url.replace('{page}', '1')}>
          {source.url}
        </a>
      </p>
      {state && <Figures state={state} now={now} />}
      <div class="panels">
        <section class="panel">
          <h2>Look</h2>
          <form method="post" action="/admin/scans">
            <input type="hidden" name="source" value={source.id} />
            <button type="submit">Look now</button>
            <button type="submit" class="plain" name="anew" value="true">
              Look at all of it
            </button>
          </form>
          <p class="note">All of it, whatever its server says of changes, at most once a day.</p>
        </section>
        <section class="panel">
          <h2>{isLeft ? 'Resume' : 'Pause'}</h2>
          {isLeft ? <Resume id={source.id} /> : <Pause id={source.id} />}
        </section>
      </div>
      <h2>Last answers</h2>
      {looks.length ? <Looks looks={looks} /> : <p>It was not looked at yet.</p>}
    </>
  )
}

function Resume({ id }: { id: string }) {
  return (
    <form method="post" action={`/admin/sources/${id}/resume`}>
      <button type="submit">Look at it again</button>
    </form>
  )
}

function Pause({ id }: { id: string }) {
  return (
    <form method="post" action={`/admin/sources/${id}/pause`}>
      <label for="why">Why, for whoever looks here next</label>
      <input type="text" id="why" name="why" maxlength={300} />
      <button type="submit" class="plain">
        Leave it alone
      </button>
    </form>
  )
}

function Figures({ state, now }: { state: SourceState; now: Date }) {
  const figures: [string, string | number][] = [
    ['Shows', state.items ?? '–'],
    ['Last answer', since(state.lastOkAt, now)],
    ['Last change', since(state.lastChangeAt, now)],
    ['Failures in a row', state.failures],
    ['Changes every', state.rhythm === null ? '–' : `${Math.round(state.rhythm / 360) / 10} h`],
  ]
  return (
    <>
      <dl class="figures">
        {figures.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        Next look at <Moment at={state.nextDueAt} /> UTC
        {state.notBefore && state.notBefore > now.toISOString() && (
          <>
            ; whoever asks, not before <Moment at={state.notBefore} />
          </>
        )}
        .{state.movedTo && ` It has moved to ${state.movedTo}.`}
      </p>
    </>
  )
}

function Looks({ looks }: { looks: PastLook[] }) {
  return (
    <table class="cards brief">
      <thead>
        <tr>
          <th scope="col">When, UTC</th>
          <th scope="col">By</th>
          <th scope="col">Answer</th>
          <th scope="col" class="num">
            Shown
          </th>
          <th scope="col" class="num">
            Found
          </th>
          <th scope="col" class="num">
            New
          </th>
          <th scope="col">Said</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(
          ({ scanId, finishedAt, requestedBy, outcome, items, relevant, found, detail }) => (
            <tr>
              <th scope="row">
                <a href={`/admin/scans/${scanId}`}>{finishedAt && <Moment at={finishedAt} />}</a>
              </th>
              <td data-name="By">{requestedBy}</td>
              <td data-name="Answer">{outcome}</td>
              <td class="num" data-name="Shown">
                {items ?? '–'}
              </td>
              <td class="num" data-name="Found">
                {relevant ?? '–'}
              </td>
              <td class="num" data-name="New">
                {found ?? '–'}
              </td>
              <td data-name="Said">{detail}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
