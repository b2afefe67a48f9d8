import type { Config } from '../app.ts'
import { Page } from './page.tsx'

type TokenPageProps = { config: Config; token: string }

/** One button: opening the link alone confirms nothing. */
export function AskPage({ config, token }: TokenPageProps) {
  return (
    <Page config={config} title="Confirm your subscription">
      <h1>Mail about {config.topic.aliases[0] ?? config.topic.title}?</h1>
      <p class="lede">One more click, so that nobody can subscribe you but you.</p>
      <form method="post" action="/confirm">
        <input type="hidden" name="token" value={token} />
        <button type="submit">Confirm my subscription</button>
        <p class="small">Every mail has a link to leave, by one click.</p>
      </form>
    </Page>
  )
}

/** What follows; with the way to change it while the link is fresh. */
export function ConfirmedPage(props: { config: Config; manageToken: string | null }) {
  const { config, manageToken } = props
  return (
    <Page config={config} title="Confirmed">
      <h1>Confirmed</h1>
      <p>
        The next mail will come to you. Until then: <a href="/issues">the issues so far</a>.
      </p>
      {manageToken && (
        <p>
          <a href={`/manage?token=${manageToken}`}>Change how often</a>, or pause. The same link is
          in every mail.
        </p>
      )}
    </Page>
  )
}

/** A link after its 48 hours: a new one is asked for by one button, without the address. */
export function ExpiredPage({ config, token }: TokenPageProps) {
  return (
    <Page config={config} title="This link is too old">
      <h1>This link is too old</h1>
      <p>It worked for 48 hours. Shall we send a new one to the same address?</p>
      <form method="post" action="/confirm/again">
        <input type="hidden" name="token" value={token} />
        <button type="submit">Send me a new link</button>
      </form>
    </Page>
  )
}

/** The same for a link that is unknown, used up or of somebody who left, so that it tells nothing. */
export function ClosedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="This link does not work any more">
      <h1>This link does not work any more</h1>
      <p>
        It is used up, incomplete or long out of date. <a href="/subscribe">Ask for a new one</a>.
      </p>
    </Page>
  )
}

/** A limit of requests was reached; the link still works. */
export function LimitedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Not now">
      <h1>Not now</h1>
      <p>Too many people subscribe right now. Please press the button again in an hour.</p>
    </Page>
  )
}
