import type { PageTrouble, ScanProgress, SourceProgress } from '../../db/admin/progress.ts'
import { counted } from '../site/words.ts'
import { doneOf, type ScanState } from './scan.state.ts'
import { Moment } from './words.tsx'

export type ScanShown = ScanProgress & ScanState

const WANTED = { look: 'not looked at yet', history: 'its history', page: 'a page' } as const

/** One scan: who wanted it, how it goes, what can be done with it. */
export function ScanView({ scan }: { scan: ScanShown }) {
  const isOpen = scan.state === 'running' || scan.state === 'waiting'
  return (
    <>
      <p class="meta">
        Asked for by {scan.requestedBy} at <Moment at={scan.requestedAt} /> UTC
      </p>
      <p id="progress-words" role="status">
        {wordsOf(scan)}
      </p>
      <div class="acts">
        {isOpen && <Button path={`/scans/${scan.id}/stop`} name="Stop it" />}
        {scan.state === 'stopped' && hasMore(scan) && (
          <Button path={`/scans/${scan.id}/go-on`} name="Let it go on" />
        )}
        {isOpen && (
          <a class="again" href={`/admin/scans/${scan.id}`}>
            Look again
          </a>
        )}
      </div>
      <div id="progress" data-events={isOpen ? `/admin/scans/${scan.id}/events` : undefined}>
        <Progress scan={scan} />
      </div>
    </>
  )
}

function Button({ path, name }: { path: string; name: string }) {
  return (
    <form method="post" action={`/admin${path}`}>
      <button type="submit" class="plain">
        {name}
      </button>
    </form>
  )
}

function hasMore({ pages, history }: ScanShown): boolean {
  const isReading = history !== null && history.finishedAt === null
  return isReading || pages.read + pages.givenUp < pages.found
}

/** How it goes, in one sentence. */
export function wordsOf({ state, until, looks, pages, stoppedBy }: ScanShown): string {
  const asked = looks.filter(({ wanted }) => wanted === 'look')
  const looked = asked.filter(({ finishedAt }) => finishedAt).length
  const sources = asked.length ? `${looked} of ${counted(asked.length, 'source')} looked at, ` : ''
  const read = `${pages.read + pages.givenUp} of ${counted(pages.found, 'new page')} read.`
  const told = {
    running: 'Running: ',
    waiting: `Waiting until ${until?.slice(0, 16).replace('T', ' ')} UTC: `,
    stopped: `Stopped by ${stoppedBy}: `,
    done: 'Done: ',
  }[state]
  return told + sources + read
}

/** What each source has given so far, and what went wrong. */
export function Progress({ scan }: { scan: ScanShown }) {
  return (
    <>
      {scan.history && <History {...scan.history} />}
      <table class="cards brief">
        <thead>
          <tr>
            {['Source', 'Progress', 'Found', 'New', 'Read', 'Duplicates', 'Given up', 'Said'].map(
              (name) => (
                <th scope="col" class={COUNTS.includes(name) ? 'num' : undefined}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {scan.looks.map((look) => (
            <Source look={look} />
          ))}
        </tbody>
      </table>
      {scan.troubles.length > 0 && <Troubles troubles={scan.troubles} />}
    </>
  )
}

const COUNTS = ['Found', 'New', 'Read', 'Duplicates', 'Given up']

function Source({ look }: { look: SourceProgress }) {
  const { sourceId, relevant, found, read, duplicates, givenUp } = look
  const { done, of } = doneOf(look)
  const counts = [relevant ?? found, found, read, duplicates, givenUp]
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/sources/${sourceId}`}>{sourceId}</a>
      </th>
      <td>
        <progress
          max={Math.max(of, 1)}
          value={of ? done : 1}
          aria-label={`${sourceId}: progress`}
        />
      </td>
      {counts.map((count, index) => (
        <td class="num" data-name={COUNTS[index]}>
          {count}
        </td>
      ))}
      <td data-name="Said">{saidOf(look)}</td>
    </tr>
  )
}

function saidOf({ wanted, outcome, detail, startedAt, items, nextTryAt }: SourceProgress) {
  const wait = nextTryAt ? `; next try ${nextTryAt.slice(0, 16).replace('T', ' ')}` : ''
  if (wanted !== 'look') return WANTED[wanted] + wait
  if (!outcome) return startedAt ? 'being asked' : WANTED.look
  const shown = items === null ? outcome : `${outcome}, shows ${items}`
  return (detail ? `${shown}: ${detail}` : shown) + wait
}

type HistoryProps = NonNullable<ScanShown['history']>

function History({ step, note, finishedAt, nextAt, coversFrom, coversUntil }: HistoryProps) {
  const days = coversFrom || coversUntil ? `${coversFrom ?? 'ever'} to ${coversUntil ?? 'now'}` : ''
  return (
    <p>
      Reading back{days && `, ${days}`}: {counted(step, 'step')} done
      {finishedAt ? '; ended' : `; next at ${nextAt.slice(0, 19).replace('T', ' ')}`}
      {note && `: ${note}`}. What it finds is read after its end, oldest first.
    </p>
  )
}

function Troubles({ troubles }: { troubles: PageTrouble[] }) {
  return (
    <>
      <h2>Pages with trouble</h2>
      <ul class="plain">
        {troubles.map(({ url, note, until, givenUp }) => (
          <li>
            <a href={url}>{url}</a>{' '}
            <span class="tag">{givenUp ? 'given up' : until ? 'waits' : 'by the feed’s text'}</span>{' '}
            {note}
            {until && !givenUp && `; next try ${until.slice(0, 16).replace('T', ' ')}`}
          </li>
        ))}
      </ul>
    </>
  )
}
