import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { App, Config } from '../app.ts'
import { parseAddress } from '../digest/address.ts'
import { subscribe } from '../digest/subscribe.ts'
import { Page } from './page.tsx'
import { problem } from './problem.ts'
import { CONSENT_VERSION, FORMS, SubscribeForm } from './subscribe.form.tsx'

const BODY_LIMIT = 4 * 1024 // bytes
const BAD_ADDRESS =
  'This is not a mail address we can write to. Is it complete, like name@example.org?'

const wish = z.object({ email: z.string().max(400), form: z.enum(FORMS).catch('home') })

/** Subscribing, by the page's form or as JSON `{ "email": "…" }`. */
export function subscribeRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/subscribe', (c) => c.html(<FormPage config={config} />))
    .post('/subscribe', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false
      const { data } = wish.safeParse(await bodyOf(c, isJson))
      const address = data && parseAddress(data.email)
      if (!address) {
        return isJson
          ? problem(c, 422, 'Bad address', BAD_ADDRESS)
          : c.html(
              <FormPage config={config} address={data?.email ?? ''} error={BAD_ADDRESS} />,
              422,
            )
      }
      const form = isJson ? 'api' : data.form
      await subscribe(app, { address, form, textVersion: CONSENT_VERSION })
      return isJson ? c.json({ next: NEXT }, 202) : c.html(<AskedPage config={config} />, 202)
    })
}

const NEXT = 'If this address can be subscribed, a mail with a link to confirm is on its way.'

/** The body as data; null where it is not what it says to be. */
async function bodyOf(c: Context, isJson: boolean): Promise<unknown> {
  try {
    return isJson ? await c.req.json() : await c.req.parseBody()
  } catch {
    return null // malformed: the same as a body without an address
  }
}

function FormPage(props: { config: Config; address?: string; error?: string }) {
  return (
    <Page config={props.config} title="Subscribe">
      <h1>Subscribe</h1>
      <SubscribeForm {...props} form="subscribe" />
    </Page>
  )
}

function AskedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Look into your mailbox">
      <h1>Look into your mailbox</h1>
      <p>{NEXT} It works for 48 hours. Nothing there? Look among the spam, or ask again.</p>
    </Page>
  )
}
