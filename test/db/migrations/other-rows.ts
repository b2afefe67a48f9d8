import { OLD_RULES, type Rows } from './old-rows.ts'
import { WISH } from './pages.ts'

export const READER = '0b9e7a52-9c1f-4d5e-8a31-3f1f6c2f7a10'

const DAY = '2026-01-09'
const AT = '2026-01-09T08:00:00.000Z'

/** What else a site holds: subscribers, an issue that went out, scans, what an admin did. */
export const OTHER_ROWS: Rows = [
  { table: 'hosts', row: { host: 'north.example', free_at: AT, waits: 2 } },
  { table: 'robots', row: { origin: 'https://north.example', fetched_at: AT, text: 'Allow: /' } },
  { table: 'stopped_hosts', row: { host: 'stop.example', asked_at: AT, words: 'Leave us alone.' } },
  { table: 'addresses', row: { url: 'https://north.example/feed', asked_at: AT, etag: '"x"' } },
  { table: 'scans', row: { id: 'scan', requested_by: 'admin', requested_at: AT } },
  {
    table: 'looks',
    row: { scan_id: 'scan', source_id: 'north.example', finished_at: AT, outcome: 'fresh' },
  },
  {
    table: 'backfills',
    row: { source_id: 'north.example', scan_id: 'scan', next_at: AT, finished_at: AT },
  },
  {
    table: 'pages',
    row: {
      ...{ url: 'https://north.example/a', source_id: 'north.example', scan_id: 'scan' },
      ...{ title: 'A chat', feed_text: '', found_at: AT, next_try_at: AT, read_at: AT },
    },
  },
  { table: 'dead_letters', row: { id: 'l', queue: 'q', job: '{}', attempts: 5, died_at: AT } },
  {
    table: 'status_changes',
    row: {
      ...{ rules_version: OLD_RULES, from_at: '2025-06-01T10:00:00.000Z', stage: 'talks' },
      because: JSON.stringify([`${WISH}#0`]),
    },
  },
  {
    table: 'subscribers',
    row: {
      ...{ id: READER, address_hash: 'h1', address_sealed: 'v1.sealed', created_at: AT },
      ...{ confirmed_at: AT, choice: 'news' },
    },
  },
  {
    table: 'confirmations',
    row: {
      ...{ id: 'c', subscriber_id: READER, token_hash: 't', form: 'home', text_version: '1' },
      ...{ requested_at: AT, expires_at: AT, used_at: AT },
    },
  },
  { table: 'suppressions', row: { address_hash: 'h2', reason: 'complaint', suppressed_at: AT } },
  {
    table: 'issues',
    row: {
      ...{ id: '2026-W02', covers_from: '2026-01-02T08:00:00.000Z', covers_until: AT },
      ...{ made_at: AT, subject: 'Week 2', html: '<p>Week 2</p>', text: 'Week 2' },
      news: JSON.stringify({
        ...{ status: { stage: 'talks', words: 'w', since: DAY, reasons: [] }, timeline: [] },
        ...{ lastWord: null, outlook: 'o', stories: [], articles: 3, duplicates: 1 },
      }),
      ...{ content_hash: 'x', envelope: '{}', planned_at: AT, finished_at: AT },
    },
  },
  {
    table: 'delivery_chunks',
    row: {
      ...{ issue_id: '2026-W02', number: 0, first_subscriber: READER, last_subscriber: READER },
      ...{ ended_at: AT, outcome: 'sent', mails: 1 },
    },
  },
  {
    table: 'deliveries',
    row: { issue_id: '2026-W02', subscriber_id: READER, chunk: 0, sent_at: AT },
  },
  { table: 'webhook_events', row: { id: 'e', type: 'email.complained', handled_at: AT } },
  { table: 'soft_bounces', row: { subscriber_id: READER, event_id: 'e', happened_at: AT } },
  {
    table: 'revisions',
    row: {
      ...{ article_id: WISH, number: 1, moment: AT, read_at: AT, title: 'Before' },
      ...{ removed: '["a"]', added: '[]' },
    },
  },
  { table: 'audit', row: { at: AT, who: 'ann', act: 'pause', subject: 'north.example' } },
  { table: 'usage', row: { day: DAY, what: 'mails', used: 3 } },
  { table: 'alerts', row: { day: DAY, cause: 'c', words: 'w', made_at: AT } },
]
