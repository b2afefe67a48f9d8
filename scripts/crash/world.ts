import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mailbox, startMailbox } from '../../demo/mailbox/server.ts'
import {
  type ArticleInput,
  type Newsroom,
  sourcesOf,
  startNewsroom,
} from '../../demo/newsroom/server.ts'
import { type Book, newBook } from './book.ts'
import { type Build, buildIn, type Life, startLife } from './runtime.ts'

export const HOUR = 3_600_000 // milliseconds
const WEEK = 7 * 24 * HOUR

/** The Worker with all that is around it: who publishes, who takes its mail, and what they saw. */
export type World = {
  build: Build
  newsroom: Newsroom
  mailbox: Mailbox
  /** How far the Worker's clock is before the machine's, in ms. */
  clock: { ahead: number }
  /** From when on nothing outside was at fault any more, in ms since the epoch by the Worker's clock. */
  calmSince: number
  book: Book
  /** What is not published yet, in the order of publication. */
  unpublished: ArticleInput[]
  /** The one that runs; null between two. */
  life: Life | null
  /** The hour of an issue, in ms since the epoch. */
  issueHour: (week: number) => number
  close: () => Promise<void>
}

/**
 * Opens a world with an empty database for a bundled Worker; nothing runs in it yet. Its publishers' port is in every
 * address: two worlds that are to be compared have the same.
 */
export async function openWorld(
  corpus: string,
  { bundled, port = 0 }: { bundled: string; port?: number },
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'alita2-crash-'))
  cpSync(join(bundled, 'entry.js'), join(folder, 'entry.js'))
  const clock = { ahead: 0 }
  const { first, others } = partsOf(corpus)
  writeFileSync(join(folder, 'articles.ndjson'), first.map((one) => JSON.stringify(one)).join('\n'))
  const newsroom = await startNewsroom({ corpus: folder, port })
  const mailbox = await startMailbox({ now: () => Date.now() + clock.ahead, report: () => {} })
  const firstHour = Math.ceil(Date.now() / HOUR) * HOUR
  const hour = new Date(firstHour)
  const world: World = {
    clock,
    calmSince: 0,
    newsroom,
    mailbox,
    build: buildIn(folder, {
      SITE_URL: 'http://status.example',
      NEWSROOM: newsroom.url,
      SOURCES: JSON.stringify(sourcesOf(newsroom)),
      TOPIC: readFileSync(join(corpus, 'topic.json'), 'utf8'),
      RESEND_BASE_URL: mailbox.url,
      POSTAL_ADDRESS: 'This machine, your desk',
      DIGEST_TIME_ZONE: 'UTC',
      DIGEST_WEEKDAY: String(hour.getUTCDay() || 7),
      DIGEST_HOUR: String(hour.getUTCHours()),
    }),
    book: newBook(),
    unpublished: others,
    life: null,
    issueHour: (week) => firstHour + week * WEEK,
    close: async () => {
      await world.life?.kill()
      await Promise.all([newsroom.close(), mailbox.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** The Worker's time, in ms since the epoch. */
export function nowIn({ clock }: World): number {
  return Date.now() + clock.ahead
}

/** Lets the Worker live, or live again. */
export async function revive(world: World): Promise<Life> {
  world.life = await startLife(world.build, world.clock.ahead)
  return world.life
}

/** Publishes some of what is left. */
export function publishSome({ newsroom, unpublished }: World, count: number): void {
  for (const article of unpublished.splice(0, count)) newsroom.publish(article)
}

/** One article of each publisher, so that all have their feeds from the beginning; and the rest. */
function partsOf(corpus: string): { first: ArticleInput[]; others: ArticleInput[] } {
  const lines = readFileSync(join(corpus, 'articles.ndjson'), 'utf8').trim().split('\n')
  const texts = lines.map((line): ArticleInput => JSON.parse(line))
  // whether a former text was seen before its later one is a matter of time, not of crashes
  const all = texts.filter(({ revision_of }) => !revision_of)
  const hosts = new Set<string>()
  const isFirst = ({ url, published }: ArticleInput) => {
    const { hostname } = new URL(url)
    if (hosts.has(hostname) || !published) return false
    hosts.add(hostname)
    return true
  }
  const first = all.filter(isFirst)
  return { first, others: all.filter((one) => !first.includes(one)) }
}
