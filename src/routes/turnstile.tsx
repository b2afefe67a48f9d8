import type { Context } from 'hono'
import type { Config, Turnstile } from '../app.ts'
import { MailTo } from './mail-to.tsx'

const CLOUDFLARE = 'https://challenges.cloudflare.com'

// By Cloudflare's page on Turnstile and Content Security Policy, added to our own.
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  `script-src ${CLOUDFLARE}`,
  `frame-src ${CLOUDFLARE}`,
].join('; ')

/** The field in which the widget puts its answer. */
export const ANSWER_FIELD = 'cf-turnstile-response'

/** Lets this page alone load the check that a person fills in its form, where one is set up. */
export function allowTurnstile(c: Context, { turnstile }: Config): void {
  if (turnstile) c.header('content-security-policy', POLICY)
}

/** The check, inside a form. It needs scripts: whoever runs none is told another way. */
export function PersonCheck({ turnstile, config }: { turnstile: Turnstile; config: Config }) {
  return (
    <div class="check">
      <div class="cf-turnstile" data-sitekey={turnstile.siteKey} data-action="subscribe" />
      <noscript>
        <p class="small">
          The check against robots runs a script of Cloudflare’s, and your browser runs none. Write
          to <MailTo address={config.mail.replyTo} />, and we subscribe you by hand.
        </p>
      </noscript>
      <script src={`${CLOUDFLARE}/turnstile/v0/api.js`} async defer />
    </div>
  )
}
