import type { SourceHealth, SourceState } from '../../db/sources.ts'
import type { Source } from '../../source.ts'
import { Heads } from '../heads.tsx'
import { ago } from './words.ts'

/** How a source is, in a reader's words. */
const HEALTH: Record<SourceHealth, string> = {
  ok: 'answers',
  slow: 'asks us to wait, or cannot be had just now',
  suspect: 'answers, but not with news',
  blocked: 'does not let us in',
  gone: 'has ended',
  paused: 'left alone for now',
}

type SourceTableProps = { sources: Source[]; states: SourceState[]; now: Date }

/** Every configured source with its health. */
export function SourceTable({ sources, states, now }: SourceTableProps) {
  const byId = new Map(states.map((state) => [state.id, state]))
  return (
    <table class="cards">
      <Heads names={['Source', 'How it is', 'Last looked at', 'Last brought something new']} />
      <tbody>
        {sources.map((source) => (
          <SourceRow source={source} state={byId.get(source.id)} now={now} />
        ))}
      </tbody>
    </table>
  )
}

type SourceRowProps = { source: Source; state: SourceState | undefined; now: Date }

function SourceRow({ source: { outlet, home, unverified }, state, now }: SourceRowProps) {
  const isSeen = state?.lastOkAt != null
  return (
    <tr>
      <th scope="row">
        <a href={home}>{outlet}</a>
      </th>
      <td>
        {state?.lastScanAt ? HEALTH[state.state] : 'not looked at yet'}
        {unverified && !isSeen && `; its address is not checked yet: ${unverified}`}
      </td>
      <td data-name="Last looked at">{state?.lastScanAt ? ago(state.lastScanAt, now) : 'never'}</td>
      <td data-name="Last brought something new">
        {state?.lastChangeAt ? ago(state.lastChangeAt, now) : 'never'}
      </td>
    </tr>
  )
}
