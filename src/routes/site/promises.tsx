import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { MailTo } from '../mail-to.tsx'
import { Page } from '../page.tsx'
import { cached } from './cached.ts'

/** What we promise publishers, and readers. */
export function promiseRoutes({ config }: App): Hono {
  return new Hono()
    .get('/bot', (c) => cached(c, <Bot config={config} />))
    .get('/privacy', (c) => cached(c, <Privacy config={config} />))
}

/** For publishers: who comes, how often, and how to slow or stop us. */
function Bot({ config }: { config: Config }) {
  const { agent, version, topic, mail } = config
  return (
    <Page
      config={config}
      title="For publishers"
      description={`Who our reader is, what it asks of your site, and how to slow or stop it.`}
      path="/bot"
    >
      <h1>For publishers</h1>
      <p class="lede">
        You do the reporting; we link to it. Our reader calls itself{' '}
        <code>{`${agent}/${version}`}</code> and asks as little of you as it can.
      </p>
      <ul>
        <li>
          It looks at your feed at most once an hour, with your validators: mostly you answer 304.
          Where you send none it looks once a day. It goes by <code>max-age</code>, <code>ttl</code>
          , <code>skipHours</code> and <code>skipDays</code>, and comes less often where little
          changes.
        </li>
        <li>
          It fetches an article once, when its feed entry is on {topic.title}; one request at a
          time, with a pause after each.
        </li>
        <li>It keeps to robots.txt (RFC 9309), to Retry-After and to 429.</li>
        <li>It sends no cookies, and adds nothing to your addresses.</li>
        <li>
          We show titles, dates, links and short quotations with their speakers, never your text,
          and link every article that we name.
        </li>
      </ul>
      <h2>To slow or stop it</h2>
      <p>
        Disallow <code>{agent}</code> in robots.txt, answer 429 with Retry-After, or write to{' '}
        <MailTo address={mail.replyTo} />. We stop the same day.
      </p>
    </Page>
  )
}

/** What is kept about a reader and a subscriber. */
function Privacy({ config }: { config: Config }) {
  return (
    <Page
      config={config}
      title="Privacy"
      description="What is kept about who reads this site and who subscribes to its mail: as little as can be."
      path="/privacy"
    >
      <h1>Privacy</h1>
      <p class="lede">
        Reading this site leaves nothing with us: no cookies, no scripts, no counting, nothing
        loaded from elsewhere.
      </p>
      <h2>If you subscribe</h2>
      <p>
        We keep your e-mail address, sealed, so that it cannot be read from the database alone, and
        when, through which form and by which words you asked and confirmed. An address that nobody
        confirms is deleted after seven days. Which issues you were sent is kept for{' '}
        {config.keep.mailDays} days. Of your IP address we keep a keyed hash of its network for an
        hour, against floods of requests. Our mails bear no tracking. They are sent by Resend, which
        sees the address to deliver them.
      </p>
      <h2>If you leave</h2>
      <p>
        Each mail has a link that ends the subscription at once, and one by which you download all
        that we keep of you, or erase it. What stays then is a keyed hash, from which nobody can
        read an address, so that it is never added again but by you.
      </p>
      <h2>Questions</h2>
      <p>
        <MailTo address={config.mail.replyTo} />
      </p>
    </Page>
  )
}
