import type { Config } from '../app.ts'
import { Page } from './page.tsx'

/** How we read, and from where. */
export function About({ config }: { config: Config }) {
  return (
    <Page config={config} title={`How we read the news of ${config.topic.title}`}>
      <h1>How we read</h1>
      <p>
        We look at the feeds of the sites below, read what is on {config.topic.title}, throw away
        repeats, and note who said what, to whom and when. The status follows from these statements
        by written rules. A headline is not a statement: what counts is what the people who make the
        film, or the studio, say on record. An insider, or an outlet’s own word, gives a rumour at
        most.
      </p>
      <p>
        A quotation that comes back keeps the date on which it was first spoken. Where a headline
        claims more than the people in it said, we say so. What we do not know we leave open.
      </p>
      <h2>Where we look</h2>
      <ul>
        {config.sources.map(({ outlet, home, unverified }) => (
          <li>
            <a href={home}>{outlet}</a>
            {unverified && ` (address not checked yet: ${unverified})`}
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** For publishers: who comes, how often, and how to slow or stop us. */
export function Bot({ config }: { config: Config }) {
  return (
    <Page config={config} title="For publishers">
      <h1>For publishers</h1>
      <p>
        Our reader calls itself <code>{`${config.agent}/${config.version}`}</code>. It looks at your
        feed at most once an hour, with your validators, and fetches an article only when its feed
        entry is on {config.topic.title}, one request at a time. It keeps to robots.txt (RFC 9309),
        Retry-After and 429, sends no cookies, and links every article that it names. We show
        titles, dates, links and short quotations with their speakers; never your text.
      </p>
      <p>
        To stop it, disallow <code>{config.agent}</code> in robots.txt, or write to{' '}
        <a href={`mailto:${config.mail.replyTo}`}>{config.mail.replyTo}</a>.
      </p>
    </Page>
  )
}

/** What is kept about a reader and a subscriber. */
export function Privacy({ config }: { config: Config }) {
  return (
    <Page config={config} title="Privacy">
      <h1>Privacy</h1>
      <p>
        Reading this site leaves nothing with us: no cookies, no scripts, no counting, nothing
        loaded from elsewhere.
      </p>
      <p>
        If you subscribe we keep your e-mail address, sealed, so that it cannot be read from the
        database alone, and when, through which form and by which words you asked and confirmed. An
        address that nobody confirms is deleted after seven days. Of your IP address we keep a keyed
        hash of its network for an hour, against floods of requests. Our mails bear no tracking.
        They are sent by Resend, which sees the address to deliver them.
      </p>
      <p>
        Each mail has a link that ends the subscription at once, and one by which you download all
        that we keep of you, or erase it. What stays then is a keyed hash, from which nobody can
        read an address, so that it is never added again but by you.
      </p>
      <p>
        Questions: <a href={`mailto:${config.mail.replyTo}`}>{config.mail.replyTo}</a>.
      </p>
    </Page>
  )
}
