import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailbox } from '../demo/mailbox/server.ts'
import { sourcesOf, startNewsroom } from '../demo/newsroom/server.ts'
import { readOptions } from '../scripts/options.ts'
import { fillList } from './digest/people.ts'
import { printTable } from './extract/table.ts'
import { seed } from './http/seed.ts'
import { startWorker } from './limits/runtime.ts'
import { type Answers, ask, quantile } from './load/clients.ts'
import { drained } from './load/queue.ts'

const READERS = 200
const WRITERS = 20
const WRITER_PAUSE = 200 // milliseconds between two of a writer's requests
const SUBSCRIBERS = 2_000
const ARTICLES = 10_000
const BAR = 3 // times the p99 of cached reads while nothing else happens

const USAGE = `npm run bench -- load [--seconds N]

${READERS} readers at once, first alone, then beside ${WRITERS} writers, a scan of the newsroom and a digest to
${SUBSCRIBERS} subscribers, in workerd with D1 and its queues. Prints how cached reads answer, each status,
and whether all work is done after. The exit code is 1 where a bar is missed.
  --seconds N   how long the load lasts, 60 if left out; alone, half of it
  --help        this text`

/** What is asked most; within a minute each is remembered by the Worker. */
const PATHS = ['/', '/stories', '/feed.xml', '/badge.svg', '/api/v1/status', '/api/v1/articles']

/** Measures and prints. */
export async function benchLoad(args: string[]): Promise<void> {
  const options = readOptions(args, USAGE, { seconds: { type: 'string' } })
  const seconds = Number(options.seconds ?? 60)
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'))
  const [newsroom, mailbox] = [await startNewsroom(), await startMailbox({ rateLimit: Infinity })]
  const worker = await startWorker(folder, {
    withQueues: true,
    vars: {
      ...hourOf(new Date()),
      NEWSROOM: newsroom.url,
      SOURCES: JSON.stringify(sourcesOf(newsroom)),
      RESEND_BASE_URL: mailbox.url,
    },
  })
  try {
    await seed(worker.db, ARTICLES)
    await fillList(worker.db, [worker.secret], SUBSCRIBERS)
    const readFor = (ms: number) => ask(worker.url, READERS, Date.now() + ms, question)
    await readFor(3_000) // warm
    const alone = await readFor(seconds * 500)
    const [beside, writes] = await Promise.all([
      readFor(seconds * 1000),
      ask(worker.url, WRITERS, Date.now() + seconds * 1000, subscription, WRITER_PAUSE),
      startScan(worker.url, worker.token),
      (await worker.miniflare.getWorker()).scheduled({
        cron: '0 * * * *',
        scheduledTime: new Date(),
      }),
    ])
    const after = await drained(worker.db)
    report({ alone, beside, writes }, after, digestsIn(mailbox.mails()))
  } finally {
    await worker.miniflare.dispose()
    await Promise.all([newsroom.close(), mailbox.close()])
    rmSync(folder, { recursive: true })
  }
}

/** The hour of the issue is this one. */
function hourOf(now: Date): Record<string, string> {
  return { DIGEST_WEEKDAY: `${now.getUTCDay() || 7}`, DIGEST_HOUR: `${now.getUTCHours()}` }
}

let asked = 0

function question() {
  return { path: PATHS[asked++ % PATHS.length] ?? '/' }
}

let wished = 0

/** Each from a network of its own, as far as there are so many. */
function subscription() {
  const n = wished++
  return {
    path: '/subscribe',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'cf-connecting-ip': `10.${(n >> 8) & 255}.${n & 255}.1`,
    },
    body: `email=writer-${n}%40example.org&choice=weekly`,
  }
}

async function startScan(url: URL, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(new URL('/api/admin/scans', url), {
    method: 'POST',
    headers,
    body: '{}',
  })
  if (answer.status !== 202) throw new Error(`no scan was started: ${answer.status}`)
}

/** Mails of the issue, and to how many addresses they went. */
function digestsIn(mails: { subject: string; to: string | string[] }[]) {
  const issues = mails
    .map(({ to }) => [to].flat()[0] ?? '')
    .filter((to) => to.startsWith('reader-'))
  return { mails: issues.length, addresses: new Set(issues).size }
}

type Reads = { alone: Answers; beside: Answers; writes: Answers }

function report(
  { alone, beside, writes }: Reads,
  { left, seconds }: Awaited<ReturnType<typeof drained>>,
  digest: { mails: number; addresses: number },
): void {
  const row = (name: string, { statuses, remembered, others }: Answers) => [
    name,
    Object.entries(statuses)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
    ...[remembered, others].flatMap((times) =>
      [0.5, 0.99].map((share) => (times.length ? quantile(times, share).toFixed(1) : '')),
    ),
  ]
  printTable(
    `${READERS} readers, ${WRITERS} writers; ms`,
    ['', 'answers', 'cached p50', 'p99', 'other p50', 'p99'],
    [row('reads alone', alone), row('reads beside', beside), row('subscribing beside', writes)],
  )
  const ratio = quantile(beside.remembered, 0.99) / quantile(alone.remembered, 0.99)
  printTable(
    `After ${seconds.toFixed(1)} s all queues are drained but for`,
    ['looks', 'pages', 'articles', 'calls', 'wishes', 'issues to', 'once each'],
    [
      [
        ...Object.values(left).map(String),
        `${digest.addresses}`,
        `${digest.mails === digest.addresses}`,
      ],
    ],
  )
  process.stdout.write(`p99 of cached reads: ${ratio.toFixed(2)} times that alone (bar: ${BAR})\n`)
  const missed = [
    ...(ratio > BAR ? ['p99 of cached reads'] : []),
    ...[alone, beside].flatMap((reads) => othersThan(['200'], reads)),
    ...othersThan(['202', '429'], writes), // an hour has room for so many wishes
    ...Object.entries(left).flatMap(([kind, count]) =>
      count ? [`${count} ${kind} are left`] : [],
    ),
    ...(digest.addresses !== SUBSCRIBERS ? ['not everybody was mailed'] : []),
    ...(digest.mails !== digest.addresses ? ['somebody was mailed twice'] : []),
  ]
  for (const bar of missed) process.stdout.write(`MISSED: ${bar}\n`)
  if (missed.length) process.exitCode = 1
}

/** Statuses that are none of these, in words. */
function othersThan(wanted: string[], { statuses }: Answers): string[] {
  return Object.entries(statuses)
    .filter(([status]) => !wanted.includes(status))
    .map(([status, count]) => `${count} answers of ${status}`)
}

if (import.meta.main) await benchLoad(process.argv.slice(2))
