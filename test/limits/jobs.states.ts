import { env } from 'cloudflare:workers'
import { NOW } from './publishers.ts'
import { run } from './states.ts'
import { ISSUE } from './stock.ts'

/** A source of config/sources.ts, as the first look finds it. */
export const addSource = (id: string, url: string) =>
  run('INSERT INTO sources (id, url, next_due_at) VALUES (?1, ?2, ?3)', id, url, NOW)

/** The status is to be derived from the beginning. */
export const deriveAnew = () =>
  run(`UPDATE status_work SET turn = turn + 1, from_at = '2019-01-01T00:00:00.000Z',
    to_at = '2019-01-01T00:00:00.000Z'`)

/** Articles that are to be read by the rules of today. */
export async function oldRules(articles: string[]): Promise<void> {
  await run(
    `UPDATE articles SET rules_version = 1, reading = json_set(reading, '$.rulesVersion', 1)
     WHERE id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(articles),
  )
  await run('DELETE FROM rereading')
  await run(
    `INSERT INTO rereading (id, rules_version, started_at, moment, total)
     SELECT 1, max(rules_version), '2026', '2026-01-31', 1 FROM articles`,
  )
}

/** A history that begins to be read. */
export async function history(): Promise<void> {
  await addSource('history', 'https://history.example/1')
  await run(`INSERT INTO scans VALUES ('history', 'admin', ?1, NULL, NULL)`, NOW)
  await run(
    `INSERT INTO backfills (source_id, scan_id, next_at) VALUES ('history', 'history', ?1)`,
    NOW,
  )
}

/** An issue that nobody has a delivery of. */
export async function unplanned(): Promise<void> {
  await run('DELETE FROM deliveries')
  await run('DELETE FROM delivery_chunks')
  await run(
    'UPDATE issues SET planned_at = NULL, planned_through = NULL, envelope = NULL WHERE id = ?1',
    ISSUE,
  )
}

/** Who asked to subscribe. */
export async function anyRequest(): Promise<string> {
  return (await env.DB.prepare('SELECT id FROM subscribe_requests').first<string>('id')) ?? ''
}
