import type { Config } from '../app.ts'
import type { Choice } from '../choice.ts'
import { Page } from './page.tsx'
import { SubscribeForm } from './subscribe.form.tsx'
import type { AskedWish } from './subscribe.wish.ts'
import { PersonCheck } from './turnstile.tsx'

/** What follows, in the same words for every address. */
export const NEXT =
  'If this address can be subscribed, a mail with a link to confirm is on its way.'

type FormPageProps = { config: Config; address?: string; choice?: Choice; error?: string }

/** The form on a page of its own, with what is wrong beside the field. */
export function FormPage(props: FormPageProps) {
  return (
    <Page
      config={props.config}
      title="Subscribe"
      description={`Mail about ${props.config.topic.title}: what was really said, and by whom, every week or only when something changes.`}
      path="/subscribe"
    >
      <h1>Subscribe</h1>
      <p class="lede">
        What was really said about the film, and by whom.{' '}
        <a href="/issues">See the issues so far</a>.
      </p>
      <SubscribeForm {...props} form="subscribe" />
    </Page>
  )
}

/** Asks back about an address that looks like a slip; both may be meant. */
export function MeantPage(props: { config: Config; wish: AskedWish; meant: string }) {
  const { config, wish, meant } = props
  return (
    <Page config={config} title="Which address?">
      <h1>Did you mean {meant}?</h1>
      <form class="subscribe" method="post" action="/subscribe">
        <input type="hidden" name="form" value={wish.form} />
        <input type="hidden" name="choice" value={wish.choice} />
        <input type="hidden" name="sure" value="1" />
        <fieldset>
          <legend>Your mail address</legend>
          <label>
            <input type="radio" name="email" value={meant} checked /> {meant}
          </label>
          <label>
            <input type="radio" name="email" value={wish.address ?? ''} /> {wish.address}, as I
            typed it
          </label>
        </fieldset>
        {config.turnstile && <PersonCheck turnstile={config.turnstile} config={config} />}
        <button type="submit">Subscribe this address</button>
      </form>
    </Page>
  )
}

/** What follows a wish: the same page for a new, a known and a suppressed address. */
export function AskedPage({ config }: { config: Config }) {
  return (
    <Page config={config} title="Look into your mailbox">
      <h1>Look into your mailbox</h1>
      <p>{NEXT} It works for 48 hours. Nothing there? Look among the spam, or ask again.</p>
    </Page>
  )
}
