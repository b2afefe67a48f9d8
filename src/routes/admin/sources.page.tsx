import type { SourceHealth } from '../../db/sources.ts'
import type { ShownSource } from './sources.tsx'
import { Moment, since } from './words.tsx'

/** How a source is, in an operator's words. */
export const HEALTH: Record<SourceHealth, string> = {
  ok: 'well',
  slow: 'asks us to wait',
  suspect: 'answers oddly',
  blocked: 'does not let us in',
  gone: 'has ended',
  paused: 'paused',
}

const WELL = ['ok', 'slow']

type SourcesProps = { sources: ShownSource[]; now: Date }

/** Every source: those that need somebody first. */
export function SourcesView({ sources, now }: SourcesProps) {
  const sorted = sources.toSorted((one, other) => need(other) - need(one))
  return (
    <>
      <table class="cards brief">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">How it is</th>
            <th scope="col">Last answer</th>
            <th scope="col">Last change</th>
            <th scope="col">Next look, UTC</th>
            <th scope="col">Said</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((shown) => (
            <Row shown={shown} now={now} />
          ))}
        </tbody>
      </table>
      <p>
        <a href="/admin/try">Try a new feed or page</a> ·{' '}
        <a href="/admin/hosts">Hosts that are never asked</a>
      </p>
    </>
  )
}

function Row({ shown: { source, state }, now }: { shown: ShownSource; now: Date }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/sources/${source.id}`}>{source.id}</a>
      </th>
      <td data-name="How it is">
        <Health state={state} />
      </td>
      <td data-name="Last answer">{since(state?.lastOkAt, now)}</td>
      <td data-name="Last change">{since(state?.lastChangeAt, now)}</td>
      <td data-name="Next look">{state ? <Moment at={state.nextDueAt} /> : 'by the next cron'}</td>
      <td data-name="Said">{state?.lastError}</td>
    </tr>
  )
}

/** How a source is, as a mark. */
export function Health({ state }: Pick<ShownSource, 'state'>) {
  if (!state?.lastScanAt && state?.state !== 'paused') return <span class="tag">not seen yet</span>
  const isWell = WELL.includes(state.state)
  return <span class={isWell ? 'tag' : 'tag warn'}>{HEALTH[state.state]}</span>
}

function need({ state }: ShownSource): number {
  if (!state?.lastScanAt) return 0
  return WELL.includes(state.state) ? 0 : 1
}
