import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { type KeptAct, listActs } from '../../db/admin/audit.ts'
import { type ListedScan, listScans } from '../../db/admin/progress.ts'
import type { SourceHealth } from '../../db/sources.ts'
import { Attention, MailPanel } from './overview.attention.tsx'
import { type Attended, readAttention } from './overview.read.ts'
import { LookForm } from './scans.page.tsx'
import { HEALTH } from './sources.page.tsx'
import { readSources } from './sources.tsx'
import { type AdminHono, show } from './twin.tsx'
import { Moment } from './words.tsx'

const LATEST = 5

type Overview = Attended & {
  /** How many sources are so. */
  sources: Partial<Record<SourceHealth | 'new', number>>
  scans: ListedScan[]
  acts: KeptAct[]
}

/** The first page: what needs somebody first, then how each place is, and what was done last. */
export function overviewRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/',
    asks: z.object({}),
    read: () => readOverview(app),
    title: () => 'Overview',
    view: (data) => (
      <>
        <Attention findings={data.findings} />
        <View app={app} {...data} />
      </>
    ),
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  return hono
}

async function readOverview(app: App): Promise<Overview> {
  const [attended, sources, scans, acts] = await Promise.all([
    readAttention(app),
    readSources(app),
    listScans(app.db, LATEST),
    listActs(app.db, { before: null, limit: LATEST }),
  ])
  const counts: Overview['sources'] = {}
  for (const { state } of sources) {
    const health = state?.lastScanAt ? state.state : 'new'
    counts[health] = (counts[health] ?? 0) + 1
  }
  return { ...attended, sources: counts, scans, acts }
}

function View({ app, sources, scans, acts, ...attended }: Overview & { app: App }) {
  return (
    <div class="panels">
      <section class="panel">
        <h2>Sources</h2>
        <dl class="figures">
          {Object.entries(sources).map(([health, count]) => (
            <div>
              <dt>{{ ...HEALTH, new: 'not seen yet' }[health]}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
        <a href="/admin/sources">All sources</a>
      </section>
      <MailPanel {...attended} />
      <LookForm sources={app.config.sources} />
      <section class="panel">
        <h2>Latest scans</h2>
        <ul class="plain">
          {scans.map(({ id, requestedAt, requestedBy, found }) => (
            <li>
              <a href={`/admin/scans/${id}`}>
                <Moment at={requestedAt} />
              </a>{' '}
              by {requestedBy}, {found} new
            </li>
          ))}
        </ul>
      </section>
      <section class="panel">
        <h2>Latest acts</h2>
        <ul class="plain">
          {acts.map(({ at, who, act, subject }) => (
            <li>
              <Moment at={at} /> {who}: {act} <span class="id">{subject}</span>
            </li>
          ))}
        </ul>
        <a href="/admin/audit">The whole log</a>
      </section>
    </div>
  )
}
