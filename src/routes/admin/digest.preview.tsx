import { CHOICES } from '../../choice.ts'
import type { Preview, WantedPreview } from '../../digest/preview.ts'
import { Moment } from './words.tsx'

type PreviewProps = {
  preview: Preview
  wanted: WantedPreview
}

const STATES = {
  made: 'as it was made',
  'to come': 'as of now; it is made in its hour',
  'of then': 'there was none: as it would have been, by what was published then',
} as const

/** A mail as it would look: its head, its body in a frame that can do nothing, its plain text. */
export function PreviewView({ preview, wanted }: PreviewProps) {
  const { state, period, mail, isWanted, why } = preview
  const choice = CHOICES.find(({ id }) => id === wanted.choice)?.label ?? wanted.choice
  const path = `/admin/digest/mail?${queryOf(wanted)}`
  return (
    <>
      <dl class="head">
        <dt>Subject</dt>
        <dd>{mail.subject}</dd>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>Tells of</dt>
        <dd>
          {Date.parse(period.from) > 0 && (
            <>
              after <Moment at={period.from} />{' '}
            </>
          )}
          up to <Moment at={period.until} /> UTC
        </dd>
        <dt>State</dt>
        <dd>{STATES[state]}</dd>
        <dt>“{choice}”</dt>
        <dd>{isWanted ? 'They get it.' : `They do not get it: ${why}.`}</dd>
      </dl>
      <TestForm wanted={wanted} />
      <h2>The mail</h2>
      <p>
        <a href={path}>As a page of its own</a>
      </p>
      <iframe class="mail" title="The mail" sandbox="" src={path} />
      <h2>Its plain text</h2>
      <pre class="mail-text" tabindex={0}>
        {mail.text}
      </pre>
    </>
  )
}

/** What is wanted as the query of an address. */
export function queryOf({ issue, week, choice }: WantedPreview): string {
  const query = { ...(issue && { issue }), ...(week && { week }), choice }
  return new URLSearchParams(query).toString()
}

function TestForm({ wanted }: Pick<PreviewProps, 'wanted'>) {
  return (
    <form method="post" action="/admin/digest/test" class="test">
      <label for="to">Send it as a test to</label>
      <input type="email" id="to" name="to" required autocomplete="email" />
      {Object.entries(wanted).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Send the test</button>
    </form>
  )
}
