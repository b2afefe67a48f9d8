import type { App } from '../../app.ts'
import type { ListedScan } from '../../db/admin/progress.ts'
import type { Source } from '../../source.ts'
import { counted } from '../site/words.ts'
import { Moment } from './words.tsx'

/** The latest scans, and the ways to ask for one. */
export function ScansView({ app, scans }: { app: App; scans: ListedScan[] }) {
  const { sources } = app.config
  return (
    <>
      <div class="panels">
        <LookForm sources={sources} />
        <PageForm />
        <HistoryForm sources={sources.filter(hasHistory)} />
      </div>
      <h2>Latest scans</h2>
      {scans.length ? <List scans={scans} /> : <p>There was none yet.</p>}
    </>
  )
}

/** Starts a look at one source, or at all. */
export function LookForm({ sources }: { sources: Source[] }) {
  return (
    <section class="panel">
      <h2>Look now</h2>
      <form method="post" action="/admin/scans">
        <label for="look-source">Source</label>
        <select id="look-source" name="source">
          <option value="">all sources</option>
          <Options sources={sources} />
        </select>
        <button type="submit">Look now</button>
      </form>
      <p class="note">A source that was asked not long ago waits, and says until when.</p>
    </section>
  )
}

function PageForm() {
  return (
    <section class="panel">
      <h2>Read one page</h2>
      <form method="post" action="/admin/scans">
        <label for="page-url">Address</label>
        <input type="url" id="page-url" name="url" required placeholder="https://" />
        <button type="submit">Read it</button>
      </form>
      <p class="note">A page of one of the sources, whether it was read before or not.</p>
    </section>
  )
}

function HistoryForm({ sources }: { sources: Source[] }) {
  if (!sources.length) return null
  return (
    <section class="panel">
      <h2>Read back</h2>
      <form method="post" action="/admin/scans">
        <input type="hidden" name="backfill" value="true" />
        <label for="back-source">Source</label>
        <select id="back-source" name="source">
          <Options sources={sources} />
        </select>
        <label for="back-from">From, if not all of it</label>
        <input type="date" id="back-from" name="from" />
        <label for="back-until">Until</label>
        <input type="date" id="back-until" name="until" />
        <button type="submit">Read back</button>
      </form>
    </section>
  )
}

function Options({ sources }: { sources: Source[] }) {
  return sources.map(({ id }) => <option value={id}>{id}</option>)
}

function hasHistory({ kind }: Source): boolean {
  return kind === 'search' || kind === 'listing' || kind === 'news-api'
}

function List({ scans }: { scans: ListedScan[] }) {
  return (
    <table class="cards brief">
      <thead>
        <tr>
          <th scope="col">Asked for</th>
          <th scope="col">By</th>
          <th scope="col" class="num">
            Sources
          </th>
          <th scope="col" class="num">
            New pages
          </th>
          <th scope="col">How it is</th>
        </tr>
      </thead>
      <tbody>
        {scans.map((scan) => (
          <tr>
            <th scope="row">
              <a href={`/admin/scans/${scan.id}`}>
                <Moment at={scan.requestedAt} />
              </a>
            </th>
            <td data-name="By">{scan.requestedBy}</td>
            <td class="num" data-name="Sources">
              {scan.sources}
            </td>
            <td class="num" data-name="New pages">
              {scan.found}
            </td>
            <td>{wordsOf(scan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function wordsOf({ stoppedBy, openLooks, open }: ListedScan): string {
  if (stoppedBy !== null) return `stopped by ${stoppedBy}`
  if (openLooks) return `${counted(openLooks, 'source')} to look at`
  return open ? `${counted(open, 'page')} to read` : 'done'
}
