import type { Config } from '../app.ts'

/**
 * Version of the words beside the button. It is kept with each consent: raise it when they change.
 */
export const CONSENT_VERSION = '2026-11-21'

/** Where the form stands; kept with each consent. */
export const FORMS = ['home', 'subscribe', 'api'] as const

export type FormName = (typeof FORMS)[number]

type SubscribeFormProps = { config: Config; form: FormName; address?: string; error?: string }

/** The form that asks for an address, with the words that the person agrees to. */
export function SubscribeForm({ config, form, address, error }: SubscribeFormProps) {
  const film = config.topic.aliases[0] ?? config.topic.title
  return (
    <form class="subscribe" method="post" action="/subscribe">
      <input type="hidden" name="form" value={form} />
      <label for={`address-${form}`}>Your mail address</label>
      <input
        id={`address-${form}`}
        name="email"
        type="email"
        autocomplete="email"
        required
        maxlength={254}
        value={address}
        aria-describedby={error ? `error-${form}` : undefined}
      />
      {error && (
        <p class="error" id={`error-${form}`} role="alert">
          {error}
        </p>
      )}
      <button type="submit">Subscribe</button>
      <p class="small">
        One mail a week about {film}, with the status and its sources. You confirm by a link, and
        leave by one click. <a href="/privacy">What we keep</a>.
      </p>
    </form>
  )
}
