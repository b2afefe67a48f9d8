import type { MailJob, ScrapeJob } from '../../src/app.ts'
import { addSource, anyRequest, deriveAnew, history, oldRules, unplanned } from './jobs.states.ts'
import {
  chained,
  feed,
  longPage,
  manyItems,
  NOW,
  onItsSite,
  only,
  page,
  parts,
} from './publishers.ts'
import { run } from './states.ts'
import { ISSUE } from './stock.ts'
import type { World } from './worker.ts'

type Job = ScrapeJob | MailJob
type Kind = Job['kind']

/** A job at its largest: what has to be so first, and the job. */
export type Case<One extends Job = Job> = {
  name: string
  before?: () => Promise<unknown>
  job: One | (() => Promise<One>)
  world?: World
  /** Done so often, where other work comes first. */
  times?: number
  /** How often others place an article meanwhile. */
  overtaken?: number
}

type Of<K extends Kind> = Case<Extract<Job, { kind: K }>>

/** Sources that are looked at; `history` is read back. */
export const LOOKED_AT = ['chain', 'redirects', 'many-hosts', 'one-host', 'history', 'parts'].map(
  (id) => ({
    id,
    outlet: id,
    home: `https://${id}.example/`,
    url: `https://${id}.example/feed`,
    ...(id === 'parts' && { kind: 'sitemap' }),
    ...(id === 'history' && { kind: 'search', url: 'https://history.example/{page}' }),
  }),
)

/** The largest of each kind of job. The type asks for every kind there is. */
export const casesOf = ([first = '', ...others]: string[]): { [K in Kind]: Of<K>[] } => ({
  scan: scans(),
  page: pages(),
  place: [
    {
      name: 'an article that may have moved',
      before: () => run('UPDATE articles SET placed_at = NULL WHERE id = ?1', first),
      job: { kind: 'place', articleId: first },
    },
  ],
  status: [{ name: 'all of the history', before: deriveAnew, job: { kind: 'status' } }],
  reread: [
    {
      name: 'articles by other rules',
      before: () => oldRules([first, ...others]),
      job: { kind: 'reread' },
      times: 3,
    },
  ],
  backfill: [
    {
      name: 'a step of five hundred articles',
      before: history,
      job: { kind: 'backfill', sourceId: 'history' },
      world: manyItems,
    },
  ],
  plan: [{ name: 'an issue to all', before: unplanned, job: { kind: 'plan', issue: ISSUE } }],
  send: sends(),
  confirm: [
    {
      name: 'a request',
      job: async () => ({ kind: 'confirm', request: await anyRequest() }),
    },
  ],
})

function scans(): Of<'scan'>[] {
  const worlds: Record<string, World> = {
    chain: chained(feed('chain'), { robots: 5 }),
    redirects: chained(feed('redirects'), {}),
    parts,
  }
  return LOOKED_AT.filter(({ id }) => id !== 'history').map(({ id, url }) => ({
    name: id,
    before: async () => {
      await addSource(id, url)
      await run(`INSERT INTO scans VALUES (?1, 'cron', ?2, NULL, NULL)`, `of ${id}`, NOW)
      await run('INSERT INTO looks (scan_id, source_id) VALUES (?1, ?2)', `of ${id}`, id)
    },
    job: { kind: 'scan', sourceId: id, scanId: `of ${id}` },
    world: worlds[id] ?? manyItems,
  }))
}

function pages(): Of<'page'>[] {
  const far = chained(longPage(), { hops: 2 })
  return [
    unread('a new article, two redirects away', 'https://far.example/page', far),
    unread('a new article of five megabytes', 'https://long.example/page', only(longPage())),
    {
      ...unread(
        'a new article that others overtake',
        'https://slow.example/page',
        only(longPage()),
      ),
      overtaken: 1,
    },
    unread('a page whose host is asked already', 'https://busy.example/page', () => undefined),
    again('a page again that is gone, with copies', 'family-0.example', only('', 410)),
    again('a page again that says something else', 'outlet-0.example'),
    { ...again('the same that others overtake', 'outlet-1.example'), overtaken: 5 },
  ]
}

function unread(name: string, url: string, world: World): Of<'page'> {
  return {
    name,
    before: async () => {
      await run(
        `INSERT OR IGNORE INTO hosts (host, lease, leased_at)
         VALUES ('busy.example', 'x', '2026-11-20T08:20:00.000Z')`,
      )
      await run(
        `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at)
         VALUES (?1, 'source-1', 'scan-1', 'Glass Harbor 2', '', ?2, ?2)`,
        url,
        NOW,
      )
    },
    job: { kind: 'page', url },
    world,
  }
}

function again(name: string, host: string, world = onItsSite(host, otherText(host))): Of<'page'> {
  const url = `https://${host}/interview`
  return {
    name,
    before: () =>
      run(
        `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at, read_at,
           article_id, again_at)
         SELECT url, 'source-1', 'scan-1', title, '', ?2, ?2, ?2, id, ?2
         FROM articles WHERE url = ?1`,
        url,
        NOW,
      ),
    job: { kind: 'page', url },
    world,
  }
}

function otherText(host: string): string {
  const text = [
    'Director Ines Quarrie spoke of Glass Harbor 2 in her studio, and of more than she did before.',
    '“We are not writing anything of Glass Harbor 2 at all,” Quarrie said.',
  ]
  return page('Glass Harbor 2 again', [...text, ...text], `https://${host}/interview`)
}

function sends(): Of<'send'>[] {
  const send = (chunk: number) => ({ kind: 'send', issue: ISSUE, chunk }) as const
  const doubted = `UPDATE delivery_chunks SET in_doubt_since = '2026-11-18T00:00:00.000Z', tries = 3
    WHERE number = 4`
  return [
    { name: 'a hundred mails', job: send(1) },
    { name: 'refused ones', job: send(2), world: answered(422, 'validation_error') },
    { name: 'ones of unknown outcome', job: send(3), world: answered(500, 'application_error') },
    { name: 'forgotten ones', before: () => run(doubted), job: send(4) },
    { name: 'ones over a quota', job: send(5), world: answered(429, 'daily_quota_exceeded') },
  ]
}

function answered(statusCode: number, name: string): World {
  return ({ url }) =>
    url.startsWith('https://mail.example')
      ? Response.json({ statusCode, name, message: name }, { status: statusCode })
      : undefined
}
