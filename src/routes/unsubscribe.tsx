import { Hono } from 'hono'
import type { App, Config } from '../app.ts'
import { isUnsubscribeToken, unsubscribeByToken } from '../digest/unsubscribe.ts'
import { MailTo } from './mail-to.tsx'
import { Page } from './page.tsx'

/**
 * Leaving, by the page's button or by a mail program's one click (RFC 8058). The token is in the
 * address, so that the body of the POST, in whatever form, is of no matter.
 */
export function unsubscribeRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/unsubscribe', async (c) => {
      c.header('cache-control', 'no-store')
      const token = c.req.query('token') ?? ''
      return (await isUnsubscribeToken(app, token))
        ? c.html(<AskPage config={config} token={token} />)
        : c.html(<UnknownPage config={config} />, 404)
    })
    .post('/unsubscribe', async (c) => {
      c.header('cache-control', 'no-store')
      const hasLeft = await unsubscribeByToken(app, c.req.query('token') ?? '')
      return hasLeft
        ? c.html(<LeftPage config={config} />)
        : c.html(<UnknownPage config={config} />, 404)
    })
}

function AskPage({ config, token }: { config: Config; token: string }) {
  return (
    <Page config={config} title="Unsubscribe">
      <h1>Unsubscribe?</h1>
      <p class="lede">No more mail will come from us, from this moment on.</p>
      <form method="post" action={`/unsubscribe?token=${encodeURIComponent(token)}`}>
        <button type="submit">Unsubscribe</button>
      </form>
    </Page>
  )
}

function LeftPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Unsubscribed">
      <h1>Unsubscribed</h1>
      <p>
        No more mail will come. Changed your mind? <a href="/subscribe">Subscribe again</a>.
      </p>
    </Page>
  )
}

function UnknownPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="This link is incomplete">
      <h1>This link is incomplete</h1>
      <p>
        Please open it from the mail again, or write to <MailTo address={config.mail.replyTo} />.
      </p>
    </Page>
  )
}
