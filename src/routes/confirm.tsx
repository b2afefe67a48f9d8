import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App, Config } from '../app.ts'
import { confirm } from '../digest/confirm.ts'
import { Page } from './page.tsx'

const BODY_LIMIT = 4 * 1024 // bytes

/** Confirming a subscription: the link shows a button, because scanners open every link. */
export function confirmRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/confirm', (c) => {
      c.header('cache-control', 'no-store')
      return c.html(<AskPage config={config} token={c.req.query('token') ?? ''} />)
    })
    .post('/confirm', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      c.header('cache-control', 'no-store')
      const confirmed = await confirm(app, await tokenOf(c))
      return confirmed === 'confirmed'
        ? c.html(<ConfirmedPage config={config} />)
        : c.html(<ClosedPage config={config} />, 410)
    })
}

/** The token in the form; empty where there is none, or no form that can be read. */
async function tokenOf(c: Context): Promise<string> {
  const { token } = await c.req.parseBody().catch(() => ({ token: '' }))
  return typeof token === 'string' ? token : ''
}

function AskPage({ config, token }: { config: Config; token: string }) {
  return (
    <Page config={config} title="Confirm your subscription">
      <h1>One mail a week about {config.topic.aliases[0] ?? config.topic.title}?</h1>
      <form method="post" action="/confirm">
        <input type="hidden" name="token" value={token} />
        <button type="submit">Confirm my subscription</button>
        <p class="small">Every mail has a link to leave, by one click.</p>
      </form>
    </Page>
  )
}

function ConfirmedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Confirmed">
      <h1>Confirmed</h1>
      <p>
        The next issue will come to you. Until then: <a href="/issues">the issues so far</a>.
      </p>
    </Page>
  )
}

function ClosedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="This link does not work any more">
      <h1>This link does not work any more</h1>
      <p>
        It is older than 48 hours, used up or incomplete. <a href="/subscribe">Ask for a new one</a>
        .
      </p>
    </Page>
  )
}
