import { env } from 'cloudflare:workers'
import { fillList } from '../../bench/digest/people.ts'
import { seed } from '../../bench/http/seed.ts'
import { RULES_VERSION } from '../../src/status/reading.ts'
import { NEWS, type Printed, readNews } from '../db/public/newsroom.ts'

/** So much of everything that a query that walks all of it shows in its count of rows. */
const MUCH = { articles: 100_000, subscribers: 5_000 }

/** As config/sources.ts has them. */
export const SOURCES = Array.from({ length: 100 }, (_, n) => `source-${n}`).map((id) => ({
  id,
  outlet: id,
  home: `https://${id}.example/`,
  url: `https://${id}.example/feed`,
}))
export const OTHER_STORY = '0000000000000fa0'
export const ISSUE = '2026-W30' // planned to everybody, and not sent
export const HELD_ISSUE = '2026-W46'
export const SCAN = 'scan-1' // with the most pages
export const LETTER = 'letter-1'
export const CORRECTION = 'correction-1'

const NUMBERS = (count: number) =>
  `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count - 1})`
const MOMENT = (n: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', 1790000000 + ${n} * 60, 'unixepoch')`
const ID = (n: string) => `printf('%016x', ${n})`

/** What was really read: the largest story, another, and articles of the first, most said of one. */
export type Stock = { story: string; other: string; articles: string[] }

/** A database in which everything is there in numbers, with `more` that is really read. */
export async function fillDatabase(
  more: Printed[] = [],
  { articles: seeded, subscribers } = MUCH,
): Promise<Stock> {
  await seed(env.DB, seeded)
  await run(`UPDATE articles SET rules_version = ${RULES_VERSION}`)
  await run(`UPDATE status_changes SET rules_version = ${RULES_VERSION}`)
  await readNews([...interviews(), ...NEWS.slice(-1), ...more])
  const { results } = await env.DB.prepare(
    `SELECT id, story_id AS story FROM articles WHERE (outlet LIKE 'outlet-%.example' OR outlet = 'tide.example')
     ORDER BY moment DESC`,
  ).all<{ id: string; story: string }>()
  const [story, other] = [results[0]?.story ?? '', results.at(-1)?.story ?? '']
  const articles = results.filter((one) => one.story === story).map(({ id }) => id)
  const stock = { story, other, articles }
  for (const sql of [...news(stock), ...scans(), ...operations()]) await run(sql)
  await fillList(env.DB, [env.SECRET_KEY], subscribers)
  for (const sql of mail()) await run(sql)
  return stock
}

/** One interview as forty outlets print it. */
function interviews(): Printed[] {
  return Array.from({ length: 40 }, (_, n) => ({
    outlet: `outlet-${n}.example`,
    slug: 'interview',
    title: `Ines Quarrie talks about Glass Harbor 2 (${n})`,
    text: [
      `Director Ines Quarrie spoke of Glass Harbor 2 in her studio by the sea, as number ${n} heard.`,
      '“We are writing the script of Glass Harbor 2 right now and we are having a ball,” Quarrie said.',
    ],
    published: new Date(Date.parse('2026-02-01T08:00:00Z') + n * 3_600_000).toISOString(),
  }))
}

async function run(sql: string): Promise<void> {
  await env.DB.prepare(sql.replace(/\s+/g, ' ')).run()
}

function news({ story, articles: [article = ''] }: Stock): string[] {
  return [
    `UPDATE articles SET story_id = '${story}' WHERE id < ${ID('1000')}`,
    `INSERT INTO revisions (article_id, number, moment, read_at, removed, added)
     ${NUMBERS(50)} SELECT '${article}', n + 1, ${MOMENT('n')}, ${MOMENT('n')}, '["it was"]', '["it is"]'
     FROM numbers`,
    `INSERT INTO corrections (id, number, at, by, kind, article_id, before, after)
     ${NUMBERS(300)} SELECT 'correction-' || n, n + 1, ${MOMENT('n')}, 'admin', 'relevance',
       '${article}', '{"kind":"relevance","relevant":true}', '{"kind":"relevance","relevant":true}'
     FROM numbers`,
  ]
}

function scans(): string[] {
  const [some, sources] = [300, SOURCES.length]
  return [
    `INSERT INTO sources (id, url, next_due_at)
     ${NUMBERS(sources)} SELECT 'source-' || n, 'https://source-' || n || '.example/feed', '2020-01-01T00:00:00Z'
     FROM numbers WHERE true ON CONFLICT DO NOTHING`,
    `INSERT INTO scans (id, requested_by, requested_at)
     ${NUMBERS(some)} SELECT 'scan-' || n, 'cron', ${MOMENT('n')} FROM numbers`,
    `INSERT INTO looks (scan_id, source_id, started_at, finished_at, outcome)
     ${NUMBERS(some * sources)} SELECT 'scan-' || (n / ${sources}), 'source-' || (n % ${sources}),
       ${MOMENT('n')}, ${MOMENT('n')}, 'fresh' FROM numbers`,
    `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at)
     ${NUMBERS(5_000)} SELECT 'https://source-' || (n % 50) || '.example/' || n, 'source-1',
       '${SCAN}', 'Glass Harbor 2', '', ${MOMENT('n')}, '2026-01-01T00:00:00.000Z' FROM numbers`,
    `INSERT INTO stopped_hosts (host, asked_at, words)
     ${NUMBERS(300)} SELECT 'host-' || n || '.example', ${MOMENT('n')}, 'Stay away.' FROM numbers`,
  ]
}

function operations(): string[] {
  return [
    `INSERT INTO audit (at, who, act, subject) ${NUMBERS(2_000)}
     SELECT ${MOMENT('n')}, 'admin', 'sign in', '' FROM numbers`,
    `INSERT INTO dead_letters (id, queue, job, attempts, died_at, reason) ${NUMBERS(1_000)}
     SELECT 'letter-' || n, 'alita2-scrape-dead',
       json_object('kind', 'page', 'url', 'https://source-1.example/' || n), 5, ${MOMENT('n')}, 'x'
     FROM numbers`,
    `INSERT INTO usage (day, what, used) ${NUMBERS(400)}
     SELECT date(1790000000 - n * 86400, 'unixepoch'), 'mails', n FROM numbers`,
    `INSERT INTO subscriber_days
     ${NUMBERS(400)} SELECT date(1790000000 - n * 86400, 'unixepoch'), 1, 1, 1, 1, 1, 1, 1 FROM numbers`,
    `INSERT INTO limits (name, used, ends_at) ${NUMBERS(1_000)}
     SELECT 'network ' || n, 1, ${MOMENT('n')} FROM numbers`,
  ]
}

const ISSUE_NEWS = `json_object('status', json_object('stage', 'talks', 'words', '', 'since', NULL, 'reasons', json('[]')),
  'previous', NULL, 'timeline', json('[]'), 'lastWord', NULL, 'outlook', '', 'stories', json('[]'),
  'articles', 0, 'duplicates', 0)`

function mail(): string[] {
  const issue = `INSERT INTO issues (id, covers_from, covers_until, made_at, subject, html, text, news,
    content_hash, envelope, planned_at, finished_at, held_at)`
  const body = `'Subject', printf('%.50000c', 'x'), printf('%.20000c', 'x'), ${ISSUE_NEWS}, 'hash'`
  const envelope = `'{"from":"a@status.example","replyTo":"b@status.example","siteUrl":"https://status.example","postalAddress":"Street 1"}'`
  return [
    `${issue} ${NUMBERS(100)}
     SELECT printf('%d-W%02d', 2024 + n / 50, 1 + n % 50), '2000-01-01T00:00:00.000Z',
       ${MOMENT('n - 5000000')}, ${MOMENT('n - 5000000')}, ${body}, ${envelope}, ${MOMENT('n')},
       ${MOMENT('n')}, NULL FROM numbers`,
    `${issue} SELECT '${ISSUE}', '2026-11-06T08:00:00.000Z', '2026-11-13T08:00:00.000Z',
       '2026-11-13T08:00:00.000Z', ${body}, ${envelope}, '2026-11-13T08:00:00.000Z', NULL, NULL`,
    `${issue} SELECT '${HELD_ISSUE}', '2026-11-13T08:00:00.000Z', '2026-11-14T08:00:00.000Z',
       '2026-11-14T08:00:00.000Z', ${body}, NULL, NULL, NULL, '2026-11-14T08:00:00.000Z'`,
    `INSERT INTO deliveries (issue_id, subscriber_id, chunk)
     SELECT '${ISSUE}', id, (row_number() OVER (ORDER BY id) - 1) / 100 FROM subscribers`,
    `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber, mails)
     SELECT issue_id, chunk, min(subscriber_id), max(subscriber_id), count(*) FROM deliveries
     GROUP BY issue_id, chunk`,
    `INSERT INTO suppressions (address_hash, reason, suppressed_at)
     SELECT address_hash || '0', 'bounce', created_at FROM subscribers`,
    `INSERT INTO subscribe_requests (id, address_hash, address_sealed, token_sealed, form,
       text_version, choice, requested_at)
     SELECT id, address_hash, address_sealed, address_sealed, 'form', '1', 'weekly',
       '2026-11-20T06:00:00.000Z' FROM subscribers LIMIT 1000`,
    `INSERT INTO webhook_events (id, type, handled_at, issue_id)
     ${NUMBERS(5_000)} SELECT 'event-' || n, 'email.delivered', '2026-11-20T06:00:00.000Z', '${ISSUE}'
     FROM numbers`,
  ]
}
