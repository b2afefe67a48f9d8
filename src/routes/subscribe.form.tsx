import type { Config } from '../app.ts'
import type { Choice } from '../choice.ts'
import { ChoiceField } from './choice.tsx'
import { PersonCheck } from './turnstile.tsx'

/**
 * Version of the words beside the button. It is kept with each consent: raise it when they change.
 */
export const CONSENT_VERSION = '2026-11-21.2'

/** Where the form stands; kept with each consent. */
export const FORMS = ['home', 'subscribe', 'api'] as const

export type FormName = (typeof FORMS)[number]

/** The field that people do not see, and programs fill in. */
export const TRAP_FIELD = 'website'

type SubscribeFormProps = {
  config: Config
  form: FormName
  address?: string
  choice?: Choice
  error?: string
}

/** The form that asks for an address, with the words that the person agrees to. */
export function SubscribeForm({ config, form, address, choice, error }: SubscribeFormProps) {
  const film = config.topic.aliases[0] ?? config.topic.title
  const { turnstile } = config
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
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `error-${form}` : undefined}
      />
      {error && (
        <p class="error" id={`error-${form}`} role="alert">
          {error}
        </p>
      )}
      <ChoiceField chosen={choice ?? 'weekly'} />
      <Trap form={form} />
      {turnstile && form === 'subscribe' && <PersonCheck turnstile={turnstile} config={config} />}
      <button type="submit">Subscribe</button>
      <p class="small">
        Mail about {film}, as often as you choose, with the status and its sources. You confirm by a
        link, and leave by one click. <a href="/privacy">What we keep</a>.
      </p>
    </form>
  )
}

/** Hidden from people by the style sheet, from screen readers and the tab key by attributes. */
function Trap({ form }: { form: FormName }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for={`${TRAP_FIELD}-${form}`}>Leave this empty</label>
      <input
        id={`${TRAP_FIELD}-${form}`}
        name={TRAP_FIELD}
        type="text"
        tabindex={-1}
        autocomplete="off"
      />
    </div>
  )
}
