import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, inject, test } from 'vitest'
import type { ScrapeJob } from '../src/app.ts'
import worker from '../src/index.ts'

type Articles = { articles: { url: string }[] }
type Status = {
  stage: string | null
  because: { article: { url: string } }[]
  counts: { articles: number; duplicates: number }
}
type Scan = { looks: { outcome: string }[] }

const ADMIN = { authorization: `Bearer ${env.ADMIN_TOKEN}` }
const DUE = new Date('2026-11-27T08:00:00Z') // a Friday, 09:00 in Berlin

test('a piece of news goes from the cron to the page', async () => {
  await cron('*/15 * * * *', new Date())
  await settled()
  const { articles } = await get<Articles>('/api/v1/articles?limit=50')
  const { stage, because, counts } = await get<Status>('/api/v1/status')
  expect(counts.articles).toBe(articles.length)
  expect(articles.length).toBeGreaterThan(15)
  expect(counts.duplicates).toBeGreaterThan(0)
  expect(['rumored', 'talks', 'development']).toContain(stage)
  expect(because.length).toBeGreaterThan(0)
  const page = await (await fetchSite('/')).text()
  for (const { article } of because) expect(page).toContain(article.url)
})

test('a second scan of the same feeds stores nothing twice', async () => {
  const before = await get<Articles>('/api/v1/articles?limit=50')
  const asked = await fetchSite('/api/admin/scans', { method: 'POST', headers: ADMIN })
  expect(asked.status).toBe(202)
  const { id } = await asked.json<{ id: string }>()
  await settled()
  expect(await get<Articles>('/api/v1/articles?limit=50')).toEqual(before)
  const scan = await get<Scan>(`/api/admin/scans/${id}`)
  expect(scan.looks.map(({ outcome }) => outcome)).toEqual(scan.looks.map(() => 'unchanged'))
})

test('a subscriber confirms and gets the issue once', async () => {
  const email = 'delivered+handlers@resend.dev'
  await post('/subscribe', { email })
  const token = /\/confirm\?token=(\S+)/.exec((await untilMail(email, 1)).text)?.[1] ?? ''
  await post('/confirm', { token: decodeURIComponent(token) })
  await cron('0 * * * *', DUE)
  const issue = await untilMail(email, 2)
  await cron('0 * * * *', DUE)
  const { articles } = await get<Articles>('/api/v1/articles?limit=50')
  for (const { url } of articles) expect(issue.html).toContain(url)
  expect((await mailsTo(email)).length).toBe(2)
})

test('what has had its time goes by a cron of its own, and the rest stays', async () => {
  const at = ['2020-01-01T00:00:00.000Z', new Date().toISOString()]
  await env.DB.batch(
    at.map((moment) =>
      env.DB.prepare(
        "INSERT INTO audit (at, who, act, subject) VALUES (?1, 'ann', 'old or new', '')",
      ).bind(moment),
    ),
  )
  await cron('30 * * * *', new Date())
  const left = await env.DB.prepare("SELECT at FROM audit WHERE act = 'old or new'").all()
  expect(left.results).toEqual([{ at: at[1] }])
})

test('a cron that nobody knows is an error, not silence', async () => {
  await expect(cron('1 2 3 4 5', DUE)).rejects.toThrow('1 2 3 4 5')
})

test('a job that died is kept once with what it was to do', async () => {
  const job = { kind: 'page', url: 'https://news.example/a' } as const
  const letter = { id: 'm1', timestamp: new Date(), attempts: 5, body: job }
  for (const time of ['first', 'again']) {
    const batch = createMessageBatch('alita2-scrape-dead', [letter])
    const context = createExecutionContext()
    await worker.queue(batch)
    expect((await getQueueResult(batch, context)).outcome, time).toBe('ok')
  }
  const { results } = await env.DB.prepare('SELECT queue, job FROM dead_letters').all()
  expect(results).toEqual([{ queue: 'alita2-scrape-dead', job: JSON.stringify(job) }])
})

test('a job that fails is put back, not lost', async () => {
  const job = { kind: 'page', url: 'https://news.example/a' } as const
  const message = { id: 'm2', timestamp: new Date(), attempts: 1, body: job }
  const batch = createMessageBatch<ScrapeJob>('alita2-scrape', [message])
  await env.DB.prepare('ALTER TABLE pages RENAME TO pages_away').run()
  await worker.queue(batch)
  await env.DB.prepare('ALTER TABLE pages_away RENAME TO pages').run()
  const { retryMessages, explicitAcks } = await getQueueResult(batch, createExecutionContext())
  expect(explicitAcks).toEqual([])
  expect(retryMessages.map(({ msgId }) => msgId)).toEqual(['m2'])
})

test('without the right token there is no admin', async () => {
  for (const authorization of [
    '',
    'Bearer wrong',
    `Basic ${env.ADMIN_TOKEN}`,
    `Bearer ${env.ADMIN_TOKEN}x`,
  ]) {
    const answer = await fetchSite('/api/admin/scans', {
      method: 'POST',
      headers: authorization ? { authorization } : {},
    })
    expect(answer.status).toBe(401)
  }
})

async function cron(cron: string, scheduledTime: Date): Promise<void> {
  await worker.scheduled(createScheduledController({ cron, scheduledTime }))
}

async function fetchSite(
  path: string,
  init?: RequestInit<IncomingRequestCfProperties>,
): Promise<Response> {
  return await worker.fetch(
    new Request<unknown, IncomingRequestCfProperties>(`${env.SITE_URL}${path}`, init),
  )
}

/** Waits until every look is done, every page read and every article placed. */
async function settled(): Promise<void> {
  for (;;) {
    const left = await env.DB.prepare(
      `SELECT (SELECT count(*) FROM looks WHERE finished_at IS NULL)
            + (SELECT count(*) FROM pages WHERE read_at IS NULL AND given_up_at IS NULL)
            + (SELECT count(*) FROM articles WHERE placed_at IS NULL AND relevant = 1) AS work`,
    ).first<number>('work')
    if (left === 0) return
    await scheduler.wait(50)
  }
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetchSite(path, { headers: ADMIN })
  expect(answer.status).toBe(200)
  return await answer.json<T>()
}

async function post(path: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields)
  const answer = await fetchSite(path, { method: 'POST', body })
  expect(answer.ok).toBe(true)
}

type Mail = { text: string; html: string }

async function mailsTo(email: string): Promise<Mail[]> {
  const answer = await fetch(`${inject('mailbox')}/mails.json?to=${encodeURIComponent(email)}`)
  return await answer.json<Mail[]>()
}

/** The newest mail to an address once it has so many. */
async function untilMail(email: string, count: number): Promise<Mail> {
  for (;;) {
    const mails = await mailsTo(email)
    const newest = mails.at(-1)
    if (newest && mails.length >= count) return newest
    await scheduler.wait(50)
  }
}
