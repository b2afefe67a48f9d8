import { CHOICES } from '../../choice.ts'
import type { StateCount } from '../../db/admin/subscribers.ts'
import { Readers } from './subscribers.picture.tsx'
import type { SubscribersShown } from './subscribers.tsx'

const STATES = [
  ['active', 'Get mail'],
  ['paused', 'Paused'],
  ['unconfirmed', 'Not confirmed'],
  ['gone', 'Left'],
  ['suppressed', 'Suppressed'],
] as const

/** How many there are, over time, and the way to one of them. */
export function SubscribersView({ at, states, days }: SubscribersShown) {
  return (
    <>
      <Counts states={states} />
      <Readers days={days} now={{ at, states }} />
      <div class="panels">
        <AddressForm
          id="find"
          title="Look one up"
          button="Look up"
          note="For a support case. Type the whole address; it is found by its keyed hash, and the audit log does not learn it."
        />
        <AddressForm
          id="lift"
          title="Lift a suppression"
          button="Lift it"
          note="After a bounce that is mended, or at the provider’s or our own word. Never after a complaint."
        />
      </div>
    </>
  )
}

function Counts({ states }: { states: StateCount[] }) {
  const count = (state: string, choice?: string) =>
    states
      .filter((one) => one.state === state && (!choice || one.choice === choice))
      .reduce((sum, one) => sum + one.count, 0)
  return (
    <table class="cards brief" aria-label="Subscribers by state and choice">
      <thead>
        <tr>
          <th scope="col">State</th>
          {CHOICES.map(({ label }) => (
            <th scope="col" class="num">
              {label}
            </th>
          ))}
          <th scope="col" class="num">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {STATES.map(([state, name]) => (
          <tr>
            <th scope="row">{name}</th>
            {CHOICES.map(({ id, label }) => (
              <td class="num" data-name={label}>
                {count(state, id)}
              </td>
            ))}
            <td class="num" data-name="All">
              {count(state)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FormProps = { id: string; title: string; button: string; note: string }

function AddressForm({ id, title, button, note }: FormProps) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <form method="post" action={`/admin/subscribers/${id}`}>
        <label for={id}>Mail address</label>
        <input type="email" id={id} name="address" required autocomplete="off" />
        <button type="submit">{button}</button>
      </form>
      <p class="note">{note}</p>
    </section>
  )
}
