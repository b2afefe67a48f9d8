import { env } from 'cloudflare:workers'
import type { Plan } from '../../src/plan.ts'
import wrangler from '../../wrangler.toml?raw'
import { TOPIC } from '../scrape/web.ts'
import { passed } from './bounds.ts'
import { fillDatabase, ISSUE, SOURCES } from './stock.ts'
import { openWorker } from './worker.ts'

const AT = '2026-11-20T08:00:00Z' // a Friday, 9:00 in Berlin: the hour of the issue

/** As wrangler.toml has them: a new one is counted at once. */
const CRONS = [...wrangler.matchAll(/^ {2}"((?:\S+ ){4}\S+)"/gm)].map(([, cron]) => cron ?? '')

/** Runs every cron with everything to be done; each bound that one passes, in words. */
export async function cronsPassing(plan: Plan): Promise<string[]> {
  const worker = await openBusy(plan)
  const over: string[] = []
  for (const hour of ['of the issue', 'of a backlog']) {
    if (hour === 'of a backlog') await makeBacklog()
    for (const cron of CRONS) {
      const use = await worker.cron(cron)
      if (use.statements === 0) over.push(`${cron} in the hour ${hour}: it does nothing`)
      over.push(...passed(use, plan).map((bound) => `${cron} in the hour ${hour}: ${bound}`))
    }
  }
  return over
}

async function openBusy(plan: Plan) {
  const vars = {
    TOPIC: JSON.stringify(TOPIC),
    SOURCES: JSON.stringify(SOURCES),
    ADMIN_EMAIL: 'admin@example.org',
    PLAN: plan,
  }
  const worker = await openWorker(vars, () => undefined, AT)
  await fillDatabase()
  return worker
}

/** All that a cron may find left over, at once. */
async function makeBacklog(): Promise<void> {
  const left = [
    `UPDATE sources SET next_due_at = '2020-01-01T00:00:00Z'`,
    `UPDATE sources SET state = 'blocked' WHERE id IN ('source-1', 'source-2')`,
    `UPDATE looks SET started_at = '2026-11-20T07:00:00.000Z' WHERE finished_at IS NULL`,
    `UPDATE articles SET placed_at = NULL WHERE id < '0000000000000100'`,
    `INSERT INTO backfills (source_id, scan_id, next_at)
     SELECT id, 'scan-' || substr(id, 8), '2020-01-01T00:00:00.000Z' FROM sources
     WHERE id LIKE 'source-%'`,
    `UPDATE subscribers SET erase_asked_at = '2026-11-20', unsubscribed_at = '2026-11-20'
     WHERE id IN (SELECT id FROM subscribers ORDER BY id LIMIT 500)`,
    `UPDATE subscribers SET confirmed_at = NULL, created_at = '2026-01-01T00:00:00.000Z'
     WHERE id IN (SELECT id FROM subscribers WHERE unsubscribed_at IS NULL LIMIT 2000)`,
    'DELETE FROM alerts',
    'UPDATE totals SET turn = turn + 1',
    ...Array.from({ length: 13 }, (_, n) => unsentIssue(new Date(Date.UTC(2026, 10, 7 + n, 9)))),
  ]
  for (const sql of left) await env.DB.prepare(sql).run()
}

function unsentIssue(at: Date): string {
  const until = at.toISOString()
  return `INSERT INTO issues (id, kind, covers_from, covers_until, made_at, subject, html, text, news,
      content_hash, envelope)
    SELECT '${until.slice(0, 10)}-status', 'status', '2026-11-01T08:00:00.000Z', '${until}',
      '${until}', subject, html, text, news, content_hash, envelope
    FROM issues WHERE id = '${ISSUE}'`
}
