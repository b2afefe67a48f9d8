import { createMessageBatch, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import type { MailJob, ScrapeJob } from '../src/app.ts'
import worker from '../src/index.ts'
import { log } from '../src/log.ts'
import { openWeb } from './scrape/web.ts'

const ANN = 'Ann.Reader+film@example.org'

test('one event is one line, whatever stands in it', () => {
  const lines = told(() => log('look', { source: 'lantern', detail: 'two\nlines "quoted"', n: 3 }))
  expect(lines).toEqual([
    '{"event":"look","source":"lantern","detail":"two\\nlines \\"quoted\\"","n":3}',
  ])
})

test.each([
  [`refused: <${ANN}> is on a list`, 'refused: <<address>> is on a list'],
  [`to=${ANN};code=5`, 'to=<address>;code=5'],
  ['https://blog.example/@name/post?x=1', 'https://blog.example/@name/post?x=1'],
])('no mail address gets into the log: %s', (said, shown) => {
  expect(told(() => log('x', { said }))).toEqual([JSON.stringify({ event: 'x', said: shown })])
})

test('what happens within a job bears its id, and that of its scan', async () => {
  const job: ScrapeJob = { kind: 'scan', sourceId: 'none', scanId: 'scan-7' }
  await env.DB.prepare('ALTER TABLE looks RENAME TO looks_away').run()
  const lines = await toldBy(() => worker.queue(batchOf('alita2-scrape', job)))
  await env.DB.prepare('ALTER TABLE looks_away RENAME TO looks').run()
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ job: 'm1', kind: 'scan', scan: 'scan-7' })
  }
})

test('why a job failed is kept until it dies, and then stands in its letter', async () => {
  const job: ScrapeJob = { kind: 'page', url: 'https://lantern.example/a' }
  await env.DB.prepare('ALTER TABLE pages RENAME TO pages_away').run()
  await toldBy(() => worker.queue(batchOf('alita2-scrape', job)))
  await env.DB.prepare('ALTER TABLE pages_away RENAME TO pages').run()
  const lines = await toldBy(() => worker.queue(batchOf('alita2-scrape-dead', job)))
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'job.died', job: 'm1' }])
  const reason = await env.DB.prepare('SELECT reason FROM dead_letters').first<string>('reason')
  expect(reason).toContain('no such table: pages')
})

test('a job that is done after all leaves no reason behind', async () => {
  const job: ScrapeJob = { kind: 'page', url: 'https://lantern.example/a' }
  await worker.queue(batchOf('alita2-scrape', job))
  const { results } = await env.DB.prepare('SELECT job FROM job_failures').all<{ job: string }>()
  expect(results.map((row) => JSON.parse(row.job))).not.toContainEqual(job)
})

test('what passes through the Worker is counted', async () => {
  await worker.scheduled(
    createScheduledController({ cron: '*/15 * * * *', scheduledTime: new Date() }),
  )
  const { results } = await env.DB.prepare('SELECT what, used FROM usage').all<{
    what: string
    used: number
  }>()
  const used = Object.fromEntries(results.map((row) => [row.what, row.used]))
  expect(used['rows written']).toBeGreaterThan(0)
  expect(used['rows read']).toBeGreaterThan(0)
  expect(used.messages).toBeGreaterThan(0)
})

test('an unknown cron is told and does nothing', async () => {
  const before = await env.DB.prepare('SELECT count(*) AS n FROM scans').first('n')
  const lines = await toldBy(async () => {
    const run = worker.scheduled(
      createScheduledController({ cron: '1 2 3 4 5', scheduledTime: new Date() }),
    )
    await expect(run).rejects.toThrow('1 2 3 4 5')
  })
  expect(lines).toEqual(['{"event":"cron.unknown","cron":"1 2 3 4 5"}'])
  expect(await env.DB.prepare('SELECT count(*) AS n FROM scans').first('n')).toBe(before)
})

test('events of a page bear the scan that found it', async () => {
  const { logged, app } = openWeb({})
  await env.DB.batch([
    env.DB.prepare("INSERT INTO sources (id, next_due_at) VALUES ('s', '2026')"),
    env.DB.prepare(
      "INSERT INTO scans (id, requested_by, requested_at) VALUES ('n', 'cron', '2026')",
    ),
    env.DB.prepare(
      `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at)
       VALUES ('https://lantern.example/b', 's', 'n', 't', '', '2026', '2026')`,
    ),
  ])
  const { readPage } = await import('../src/scrape/page.ts')
  await readPage(app, 'https://lantern.example/b')
  expect(logged.length).toBeGreaterThan(0)
  for (const { fields } of logged) expect(fields).toMatchObject({ scan: 'n' })
})

function batchOf(queue: string, body: ScrapeJob | MailJob) {
  return createMessageBatch<ScrapeJob | MailJob>(queue, [
    { id: 'm1', timestamp: new Date(), attempts: 2, body },
  ])
}

function told(run: () => void): string[] {
  const spy = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  run()
  const lines = spy.mock.calls.map(([line]) => String(line))
  spy.mockRestore()
  return lines
}

async function toldBy(run: () => Promise<void> | undefined): Promise<string[]> {
  const spy = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await run()
  const lines = spy.mock.calls.map(([line]) => String(line))
  spy.mockRestore()
  return lines
}
