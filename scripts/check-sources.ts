import packageJson from '../package.json' with { type: 'json' }
import type { App } from '../src/app.ts'
import { findRobots } from '../src/db/robots.ts'
import { addSources, findSource } from '../src/db/sources.ts'
import { throughNewsroom } from '../src/newsroom.ts'
import { ask } from '../src/scrape/fetch.ts'
import { stateAfter } from '../src/scrape/health.ts'
import { showing } from '../src/scrape/item.ts'
import { judge } from '../src/scrape/judge.ts'
import { lookAddress } from '../src/scrape/source-address.ts'
import { parseSources, type Source } from '../src/source.ts'
import { itemRelevance } from '../src/story/item-relevance.ts'
import { readConfigured } from './local/configured.ts'
import { memoryD1 } from './local/memory.ts'
import { readCommand } from './options.ts'

const USAGE = `npm run check:sources [-- ID…]

One real look at each source of config/sources.ts, or at those named, by the rules of the Worker.
Ends with 1 if one of them is not ok. SOURCES and NEWSROOM, as the Worker's variables, replace them.
  --help  this text`

type Row = Record<string, string | number | null>

const { words: ids } = readCommand(process.argv.slice(2), USAGE)
const { topic, sources: configured } = await readConfigured()
process.exitCode = await checkAll(ids)

async function checkAll(ids: string[]): Promise<number> {
  const all = readSources(process.env.SOURCES)
  const unknown = ids.filter((id) => !all.some((source) => source.id === id))
  if (unknown.length) {
    console.error(`No source has the id ${unknown.join(', ')}.\n\n${USAGE}`)
    return 2
  }
  const app = appFor(all)
  await addSources(
    app.db,
    all.map((source) => ({ id: source.id, url: lookAddress(source) })),
    app.now().toISOString(),
  ).run()
  const wanted = all.filter(({ id }) => ids.length === 0 || ids.includes(id))
  const rows = await Promise.all(wanted.map((source) => check(app, source)))
  console.table(rows)
  return rows.every(({ state }) => state === 'ok') ? 0 : 1
}

function readSources(words: string | undefined): Source[] {
  if (!words) return configured
  try {
    return parseSources(JSON.parse(words))
  } catch (error) {
    console.error(`SOURCES cannot be read: ${error instanceof Error ? error.message : error}`)
    return process.exit(2)
  }
}

async function check(app: App, source: Source): Promise<Row> {
  const state = await findSource(app.db, source.id)
  const answer = await ask(app, lookAddress(source), 'feed')
  if (!state || answer.kind === 'busy') return { id: source.id, state: 'busy' }
  const finding = await judge(app, source, state, answer)
  const after = stateAfter(state, answer, finding, app.now())
  const { items } = finding
  const validators = answer.kind === 'fresh' ? Object.values(answer.validators) : []
  const robots = await findRobots(app.db, new URL(lookAddress(source)).origin)
  return {
    id: source.id,
    state: after.state,
    says: after.lastError,
    reachable: answer.kind === 'fresh' ? 'yes' : 'no',
    kind: source.kind,
    items: items.length,
    relevant: items.filter((item) => itemRelevance(topic, item.title, showing(item))).length,
    newest: newestOf(items.map(({ published }) => published ?? '')),
    robots: robots === null ? 'not asked' : (robots.reason ?? (robots.text ? 'read' : 'none')),
    validators: validators.filter((value) => value !== null).length,
    'next due': after.nextDueAt,
  }
}

function newestOf(times: string[]): string | null {
  return times.toSorted().at(-1) || null
}

/** What the scan needs of an App; nothing is kept, and nothing is mailed or queued. */
function appFor(sources: Source[]): App {
  const unused = () => Promise.reject(new Error('a look needs no queue and no mail'))
  const newsroom = process.env.NEWSROOM || null
  return {
    db: memoryD1(),
    now: () => new Date(),
    fetch: (request) => fetch(throughNewsroom(request, newsroom)),
    mailer: { send: unused },
    queues: {
      scrape: { send: unused, sendBatch: unused },
      mail: { send: unused, sendBatch: unused },
    },
    config: {
      topic,
      sources,
      siteUrl: process.env.SITE_URL ?? 'http://localhost:8787',
      agent: `${topic.id}-status`,
      version: packageJson.version,
      newsroom,
      // what follows is of no use to a look
      digest: { timeZone: 'UTC', weekday: 5, hour: 9 },
      mail: { from: '', replyTo: '', postalAddress: '', quota: { day: null, month: null } },
      keep: { textDays: 365, scanDays: 90, logDays: 365, mailDays: 90 },
      admins: [],
      access: null,
      webhookSecret: null,
      secretKey: [''],
      turnstile: null,
    },
    log: () => undefined,
  }
}
