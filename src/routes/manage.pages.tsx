import type { Config } from '../app.ts'
import { plainDate } from '../day.ts'
import type { Managed } from '../digest/manage.ts'
import { ChoiceField } from './choice.tsx'
import { MailTo } from './mail-to.tsx'
import { Page } from './page.tsx'

type ManagePageProps = {
  config: Config
  token: string
  managed: Managed
  /** The first and the last day to which one may pause. */
  days: { first: string; last: string }
  isSaved?: true
  error?: string
}

/** What somebody gets, with the forms that change it. */
export function ManagePage(props: ManagePageProps) {
  const { config, token, managed, isSaved } = props
  const query = `?token=${token}`
  return (
    <Page config={config} title="Your subscription">
      <h1>Your subscription</h1>
      <p>
        Mail to <strong>{managed.address}</strong>
        {stateWords(managed)}
      </p>
      {isSaved && (
        <p class="saved" role="status">
          Saved.
        </p>
      )}
      {managed.isSubscribed ? <Changes {...props} query={query} /> : <ComeBack />}
      <h2>Your data</h2>
      <p>
        <a href={`/manage/data${query}`} download>
          Download all that we keep of you
        </a>{' '}
        (JSON), or <a href={`/manage/erase${query}`}>have it erased</a>.
      </p>
    </Page>
  )
}

function stateWords({ isSubscribed, pauseUntil }: Managed): string {
  if (!isSubscribed) return ' has ended.'
  return pauseUntil ? ` pauses until ${plainDate(pauseUntil)}.` : ''
}

function Changes({ managed, days, error, query }: ManagePageProps & { query: string }) {
  return (
    <>
      <form class="stacked" method="post" action={`/manage${query}`}>
        <ChoiceField chosen={managed.choice} />
        <label for="pause-until">Pause until (empty for no pause)</label>
        <input
          id="pause-until"
          name="pause_until"
          type="date"
          min={days.first}
          max={days.last}
          value={managed.pauseUntil ?? ''}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'pause-error' : undefined}
        />
        {error && (
          <p class="error" id="pause-error" role="alert">
            {error}
          </p>
        )}
        <button type="submit">Save</button>
      </form>
      <h2>Leave</h2>
      <form method="post" action={`/unsubscribe?token=${managed.unsubscribeToken}`}>
        <button class="plain" type="submit">
          Unsubscribe
        </button>
      </form>
    </>
  )
}

function ComeBack() {
  return (
    <p>
      Changed your mind? <a href="/subscribe">Subscribe again</a>.
    </p>
  )
}

/** Asks once more before all is erased. */
export function ErasePage(props: { config: Config; token: string; address: string }) {
  const { config, token, address } = props
  return (
    <Page config={config} title="Erase my data">
      <h1>Erase all that we keep of you?</h1>
      <p>
        The subscription of <strong>{address}</strong> ends, and its address, choices and consents
        are deleted. What stays is a keyed hash that nobody can read an address from; it keeps the
        address from being imported again. This cannot be undone.
      </p>
      <form method="post" action={`/manage/erase?token=${token}`}>
        <button type="submit">Erase it all</button>
        <p class="small">
          <a href={`/manage?token=${token}`}>Keep it</a>
        </p>
      </form>
    </Page>
  )
}

/** All is gone, or will be once a call that needs the address is known to have ended. */
export function ErasedPage({ config, isDone }: { config: Config; isDone: boolean }) {
  return (
    <Page config={config} title={isDone ? 'Erased' : 'Being erased'}>
      <h1>{isDone ? 'Erased' : 'Being erased'}</h1>
      <p>
        {isDone
          ? 'Nothing of your address is left with us.'
          : 'The subscription has ended. A mail to you is just on its way; once it is through, and within a day at the latest, nothing of your address is left with us.'}{' '}
        The provider that delivered our mails keeps its log of them for a while longer.
      </p>
    </Page>
  )
}

/** A link that we did not sign, or whose subscriber is erased. */
export function NobodyPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Nobody here">
      <h1>Nobody here</h1>
      <p>
        The link is incomplete, or all that we kept has been erased. Please open it from the mail
        again, or write to <MailTo address={config.mail.replyTo} />.
      </p>
    </Page>
  )
}
