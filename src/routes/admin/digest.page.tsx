import type { App } from '../../app.ts'
import { CHOICES } from '../../choice.ts'
import type { Sending } from '../../db/admin/digest.ts'
import { counted } from '../site/words.ts'
import type { DigestShown } from './digest.read.ts'
import { HeldLine, howItGoes } from './digest.sending.tsx'
import { Moment } from './words.tsx'

type Part = { digest: DigestShown }

/** The digest: what is in its way, what comes, what went. */
export function DigestView({ app, digest }: Part & { app: App }) {
  const waiting = digest.sendings.filter(({ heldAt }) => heldAt)
  return (
    <>
      {waiting.map((sending) => (
        <Waiting sending={sending} />
      ))}
      {!digest.hasPostalAddress && (
        <p role="alert">
          POSTAL_ADDRESS is not set. Bulk mail must bear one: no issue goes out before.
        </p>
      )}
      <div class="panels">
        <Next digest={digest} timeZone={app.config.digest.timeZone} />
        <Switches digest={digest} />
        <PreviewForm />
      </div>
      <h2>Latest issues</h2>
      {digest.sendings.length ? <Sendings digest={digest} /> : <p>There was none yet.</p>}
    </>
  )
}

function Waiting({ sending: { id, subject, heldAt } }: { sending: Sending }) {
  const path = `/admin/digest/issues/${id}`
  return (
    <section class="panel waiting">
      <h2>Issue {id} waits for you</h2>
      <p>
        “{subject}”, made {heldAt && <Moment at={heldAt} />} UTC. Until it is approved, neither a
        mail nor the site shows it.
      </p>
      <div class="acts">
        <a class="again" href={`/admin/digest/preview?issue=${id}`}>
          Look at it
        </a>
        <form method="post" action={`${path}/approve`}>
          <button type="submit" class="main">
            Approve and send
          </button>
        </form>
        <form method="post" action={`${path}/remake`}>
          <button type="submit" class="plain">
            Make it anew from what is known now
          </button>
        </form>
      </div>
    </section>
  )
}

function Next({ digest: { next, forecast }, timeZone }: Part & { timeZone: string }) {
  return (
    <section class="panel">
      <h2>Next issue</h2>
      <p>
        {next.id}, <Moment at={next.at} /> UTC (
        {new Date(next.at).toLocaleString('en-GB', {
          timeZone,
          weekday: 'long',
          hour: '2-digit',
          minute: '2-digit',
        })}{' '}
        in {timeZone}).
      </p>
      <ForecastTable forecast={forecast} />
      <p>
        <a href="/admin/digest/preview">Look at it as of now</a>
      </p>
    </section>
  )
}

function ForecastTable({ forecast: { mails, days } }: Pick<DigestShown, 'forecast'>) {
  const rows = [
    ['a week with news', mails.withNews, days.withNews],
    ['a week without', mails.without, days.without],
    ['a change of status', mails.change, days.change],
  ] as const
  return (
    <table class="plain-table" aria-label="Forecast">
      <thead>
        <tr>
          <th scope="col">If it is</th>
          <th scope="col" class="num">
            Mails
          </th>
          <th scope="col">By the quotas</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, count, more]) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="num">{count}</td>
            <td>{more === 0 ? 'at once' : `takes ${counted(more, 'day')} more`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Switches({ digest: { held, approvalSince } }: Part) {
  return (
    <section class="panel">
      <h2>Sending</h2>
      <HeldLine held={held} />
      <form method="post" action={`/admin/digest/${held?.byHand ? 'go-on' : 'pause'}`}>
        <button type="submit" class={held?.byHand ? 'main' : 'plain'}>
          {held?.byHand ? 'Let it go on' : 'Pause all sending'}
        </button>
      </form>
      <p>
        {approvalSince ? (
          <>
            Each issue waits for approval, since <Moment at={approvalSince} />.
          </>
        ) : (
          'Issues go out as soon as they are made.'
        )}
      </p>
      <form method="post" action="/admin/digest/approval">
        <button type="submit" class="plain" name="wanted" value={approvalSince ? 'no' : 'yes'}>
          {approvalSince ? 'Let them go at once' : 'Let them wait for approval'}
        </button>
      </form>
    </section>
  )
}

function PreviewForm() {
  return (
    <section class="panel">
      <h2>Look at any week</h2>
      <form method="get" action="/admin/digest/preview">
        <label for="week">Week</label>
        <input type="text" id="week" name="week" placeholder="2026-W48" pattern="\d{4}-W\d{2}" />
        <label for="choice">As they get it who chose</label>
        <select id="choice" name="choice">
          {CHOICES.map(({ id, label }) => (
            <option value={id}>{label}</option>
          ))}
        </select>
        <button type="submit">Look</button>
      </form>
      <p class="note">No week: the next one, as of now. There a test can be sent, too.</p>
    </section>
  )
}

function Sendings({ digest: { sendings, held } }: Part) {
  return (
    <table class="cards brief" aria-label="Latest issues">
      <thead>
        <tr>
          {['Issue', 'Subject', 'Made', 'Mails', 'How it goes'].map((name) => (
            <th scope="col" class={name === 'Mails' ? 'num' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sendings.map((sending) => (
          <tr>
            <th scope="row">
              <a href={`/admin/digest/issues/${sending.id}`}>{sending.id}</a>
            </th>
            <td data-name="Subject">{sending.subject}</td>
            <td data-name="Made">
              <Moment at={sending.madeAt} />
            </td>
            <td data-name="Mails" class="num">
              {sending.mails}
            </td>
            <td data-name="How it goes">{howItGoes(sending, held)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
