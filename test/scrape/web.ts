import { env } from 'cloudflare:workers'
import type { App, LogFields, ScrapeJob } from '../../src/app.ts'
import { parseSources } from '../../src/source.ts'
import { topicSchema } from '../../src/topic.ts'

/** A fictional film, so that no rule can know it. */
export const TOPIC = topicSchema.parse({
  id: 'glass-harbor-2',
  title: 'Glass Harbor 2',
  aliases: ['Glass Harbor sequel'],
  first_film: { title: 'Glass Harbor', released: '2019-03-01' },
  people: [{ name: 'Ines Quarrie', aliases: ['Quarrie'], role: 'director' }],
  studios: ['Lantern Pictures'],
})

/** What the world outside answers, by address; anything else is a 404. */
export type Web = Record<string, (request: Request) => Response | Promise<Response>>

export type Seen = { url: string; headers: Record<string, string> }

/** An App on the test's own database, with a scripted web and a clock that only the test moves. */
export function openWeb(web: Web, sourceUrls: string[] = []) {
  const seen: Seen[] = []
  const jobs: ScrapeJob[] = []
  const logged: { event: string; fields?: LogFields | undefined }[] = []
  let now = Date.parse('2026-03-02T10:00:00Z')
  const app: App = {
    db: env.DB,
    now: () => new Date(now),
    fetch: async (request) => {
      seen.push({ url: request.url, headers: Object.fromEntries(request.headers) })
      return (await web[request.url]?.(request)) ?? new Response('none', { status: 404 })
    },
    mailer: { send: () => Promise.reject(new Error('no mail is expected here')) },
    queues: {
      scrape: {
        // whoever takes it does so when its delay is over
        send: (job, options) => {
          now += (options?.delaySeconds ?? 0) * 1000
          return Promise.resolve(jobs.push(job))
        },
        sendBatch: async (batch) => jobs.push(...batch.map(({ body }) => body)),
      },
      mail: { send: noMailJob, sendBatch: noMailJob },
    },
    config: {
      topic: TOPIC,
      sources: sourceUrls.length ? parseSources(sourceUrls.map(sourceOf)) : [],
      siteUrl: 'https://status.example',
      agent: 'glass-harbor-2-status',
      version: '1.2.3',
      newsroom: null,
      digest: { timeZone: 'UTC', weekday: 5, hour: 9 },
      mail: {
        from: 'a@status.example',
        replyTo: 'b@status.example',
        postalAddress: 'Street 1',
        quota: { day: null, month: null },
      },
      keep: { textDays: 365, scanDays: 90, logDays: 365, mailDays: 90 },
      admins: [{ name: 'admin', token: 'an-admin-token-of-32-characters-or-more' }],
      access: null,
      webhookSecret: null,
      secretKey: ['a-secret-key-of-32-characters-or-more-'],
      turnstile: null,
    },
    log: (event, fields) => logged.push({ event, fields }),
  }
  return { app, seen, jobs, logged, wait: (seconds: number) => (now += seconds * 1000) }
}

function noMailJob(): Promise<never> {
  return Promise.reject(new Error('no mail job is expected here'))
}

function sourceOf(url: string) {
  const { hostname } = new URL(url)
  return { id: hostname.replaceAll('.', '-'), outlet: hostname, url, home: `https://${hostname}/` }
}

/** An RSS feed with these entries. */
export function rss(entries: { link: string; title: string; text?: string; date?: string }[]) {
  const items = entries.map(
    ({ link, title, text = '', date }) =>
      `<item><title>${title}</title><link>${link}</link><description>${text}</description>${
        date ? `<pubDate>${date}</pubDate>` : ''
      }</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`
}
