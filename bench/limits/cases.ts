import { SITE } from '../vars.ts'
import type { startWorker } from './runtime.ts'
import { textOf } from './world.ts'

type Worker = Awaited<ReturnType<typeof startWorker>>

/** An invocation at a size, done for the nth time: state first, then the invocation itself. */
export type Case = {
  name: string
  before?: (n: number) => Promise<unknown>
  act: (n: number) => Promise<unknown>
}

export const SOURCES = 60
const NOW = () => new Date().toISOString()
const ISSUE_WEEK = 7 * 24 * 3_600_000 // milliseconds

/** What is measured, by kind of invocation. */
export async function casesOf(worker: Worker, subscribers: number): Promise<Case[]> {
  const fetcher = await worker.miniflare.getWorker()
  const run: Run = (sql) => worker.db.prepare(sql).run()
  const hand: Hand = (queue, body) =>
    fetcher.queue(queue, [{ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body }])
  const ask: Ask = async (path, { body, headers = {} } = {}) => {
    const method = body === undefined ? 'GET' : 'POST'
    const init = { method, headers, ...(body !== undefined && { body }) }
    const answer = await fetcher.fetch(`${SITE}${path}`, init)
    const text = await answer.text()
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`)
  }
  const cron = (name: string, at = new Date()) =>
    fetcher.scheduled({ cron: name, scheduledTime: at })
  return [
    ...questions(worker, run, ask),
    ...crons(run, cron),
    ...scans(run, hand),
    ...pages(run, hand),
    ...jobs(worker, run, hand, subscribers),
  ]
}

type Ask = (
  path: string,
  asked?: { body?: string; headers?: Record<string, string> },
) => Promise<void>

function questions({ token }: Worker, run: Run, ask: Ask): Case[] {
  const headers = { authorization: `Bearer ${token}` }
  const before = () => run('UPDATE totals SET turn = turn + 1')
  const articles = (n: number) => `/api/v1/articles?limit=50&until=${2030 + n}-01-01`
  const wish = (n: number) => `email=new-${n}%40example.org&choice=weekly`
  return [
    { name: 'GET / remembered', act: () => ask('/') },
    { name: 'GET / put together anew', before, act: (n) => ask(`/?n=${n}`) },
    { name: 'GET /api/v1/articles, 50', before, act: (n) => ask(articles(n)) },
    { name: 'GET /admin', act: () => ask('/api/admin', { headers }) },
    { name: 'POST /subscribe', act: (n) => ask('/subscribe', { body: wish(n), headers: FORM }) },
    {
      name: 'POST import of 50',
      act: (n) => ask('/api/admin/subscribers/import', { body: people(n), headers }),
    },
  ]
}

function crons(run: Run, cron: (name: string, at?: Date) => Promise<unknown>): Case[] {
  const week = (n: number) => new Date(Date.parse('2026-11-20T09:00:00Z') + n * ISSUE_WEEK)
  return [
    {
      name: 'cron */15',
      before: () => run('UPDATE totals SET turn = turn + 1'),
      act: () => cron('*/15 * * * *'),
    },
    { name: 'cron 0, nothing due', act: () => cron('0 * * * *', new Date('2026-11-18T03:00:00Z')) },
    { name: 'cron 0, an issue', act: (n) => cron('0 * * * *', week(n)) },
    { name: 'cron 30', act: () => cron('30 * * * *') },
  ]
}

function jobs(worker: Worker, run: Run, hand: Hand, subscribers: number): Case[] {
  const unplace = `UPDATE articles SET placed_at = NULL
    WHERE id IN (SELECT id FROM articles WHERE source_id = 's-0' LIMIT 1)`
  const anew = `UPDATE status_work SET turn = turn + 1, from_at = '2019-01-01T00:00:00.000Z',
    to_at = '2019-01-01T00:00:00.000Z'`
  const [scrape, mail] = ['alita2-scrape', 'alita2-mail']
  return [
    {
      name: 'place',
      before: () => run(unplace),
      act: async () => hand(scrape, { kind: 'place', articleId: await firstId(worker) }),
    },
    { name: 'status', before: () => run(anew), act: () => hand(scrape, { kind: 'status' }) },
    {
      name: `plan to ${subscribers}`,
      act: () => hand(mail, { kind: 'plan', issue: '2026-W47' }),
    },
    {
      name: 'send one call of mails',
      act: (n) => hand(mail, { kind: 'send', issue: '2026-W47', chunk: n }),
    },
    {
      name: 'confirm',
      act: async () => hand(mail, { kind: 'confirm', request: await anyRequest(worker) }),
    },
  ]
}

type Run = (sql: string) => Promise<unknown>
type Hand = (queue: string, body: object) => Promise<unknown>

function scans(run: Run, hand: Hand): Case[] {
  return [30, 500].map((items, at) => {
    const source = (n: number) => `s-${at * (SOURCES / 2) + n}`
    return {
      name: `scan of ${items} items`,
      before: async (n) => {
        const [id, url] = [source(n), `https://news.example/feed/${items}/${source(n)}`]
        await run(
          `INSERT INTO sources (id, url, next_due_at) VALUES ('${id}', '${url}', '${NOW()}') ON CONFLICT DO NOTHING`,
        )
        await run('DELETE FROM looks WHERE finished_at IS NULL')
        await run(
          `INSERT INTO scans (id, requested_by, requested_at) VALUES ('of ${id}', 'cron', '${NOW()}')`,
        )
        await run(`INSERT INTO looks (scan_id, source_id) VALUES ('of ${id}', '${id}')`)
        await freeHost(run)
      },
      act: (n) =>
        hand('alita2-scrape', { kind: 'scan', sourceId: source(n), scanId: `of ${source(n)}` }),
    }
  })
}

function pages(run: Run, hand: Hand): Case[] {
  const sizes: [string, number, string][] = [
    ['page of 300 words', 300, ''],
    ['page of 800 words', 800, ''],
    ['page of 40,000 characters', 6_500, ''],
    ['the same in 300 kB', 6_500, 'large-'],
    ['page whose feed gives 120 words', 800, 'fed-'],
    ['page whose feed gives 500 words', 800, 'full-'],
  ]
  return sizes.map(([name, words, sort]) => {
    const url = (n: number) => `https://news.example/article/${words}/${sort}${n}`
    const fed = { 'fed-': 120, 'full-': 500 }[sort] ?? 0
    const text = (n: number) =>
      fed ? textOf(fed, `${sort}${n}`).join('\n\n').replaceAll("'", '’') : ''
    return {
      name,
      before: async (n) => {
        await run(`INSERT INTO pages (url, source_id, scan_id, title, published, feed_text, found_at, next_try_at)
          VALUES ('${url(n)}', 's-0', 'of s-0', 'Glass Harbor 2', '${NOW()}', '${text(n)}', '${NOW()}', '2020-01-01T00:00:00.000Z')`)
        await freeHost(run)
      },
      act: (n) => hand('alita2-scrape', { kind: 'page', url: url(n) }),
    }
  })
}

const freeHost = (run: Run) =>
  run('UPDATE hosts SET lease = NULL, leased_at = NULL, free_at = NULL')

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

function people(n: number): string {
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ...{
      email: `imported-${n}-${index}@example.org`,
      confirmedAt: '2026-01-01T00:00:00Z',
      form: 'form',
    },
    ...{
      text: 'Yes.',
      source: 'https://old.example',
      choice: 'weekly',
      pausedUntil: null,
      hasLeft: false,
    },
  }))
  return JSON.stringify({ rows })
}

async function firstId({ db }: Worker): Promise<string> {
  const row = await db.prepare("SELECT id FROM articles WHERE source_id = 's-0' LIMIT 1").first()
  return String(row?.id)
}

async function anyRequest({ db }: Worker): Promise<string> {
  return String((await db.prepare('SELECT id FROM subscribe_requests LIMIT 1').first())?.id)
}
