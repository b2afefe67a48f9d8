import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { findRobots } from '../../src/db/robots.ts'
import { addSources, findSource } from '../../src/db/sources.ts'
import { throughNewsroom } from '../../src/newsroom.ts'
import { type Answer, ask } from '../../src/scrape/fetch.ts'
import { stateAfter } from '../../src/scrape/health.ts'
import { showing } from '../../src/scrape/item.ts'
import { judge } from '../../src/scrape/judge.ts'
import { lookAddress } from '../../src/scrape/source-address.ts'
import type { Source } from '../../src/source.ts'
import { itemRelevance } from '../../src/story/item-relevance.ts'
import type { Topic } from '../../src/topic.ts'
import { memoryD1 } from '../local/memory.ts'
import { localVars } from '../local/vars.ts'

/** What one look at a source has seen. */
export type Sight = {
  state: string
  /** What is wrong, in the words that an operator would read. */
  says: string | null
  items: number
  relevant: number
  newest: string | null
  robots: string
  validators: string[]
  next: string
}

type Ours = { topic: Topic; sources: Source[]; version: string }

/** Looks as the Worker does, which keeps nothing here; sources of one host after each other. */
export async function openLooker(ours: Ours): Promise<(source: Source) => Promise<Sight>> {
  const app = appFor(ours)
  const now = app.now().toISOString()
  const rows = ours.sources.map((source) => ({ id: source.id, url: lookAddress(source) }))
  await addSources(app.db, rows, now).run()
  return async (source) => await look(app, source)
}

async function look(app: App, source: Source): Promise<Sight> {
  const address = lookAddress(source)
  const answer = await askInTurn(app, address)
  const state = await findSource(app.db, source.id)
  if (!state) throw new Error(`${source.id} was not entered`)
  const finding = await judge(app, source, state, answer)
  const after = stateAfter(state, answer, finding, app.now())
  const { topic } = app.config
  const { items } = finding
  const robots = await findRobots(app.db, new URL(address).origin)
  return {
    state: after.state,
    says: after.lastError,
    items: items.length,
    relevant: items.filter((item) => itemRelevance(topic, item.title, showing(item))).length,
    newest:
      items
        .flatMap(({ published }) => published ?? [])
        .toSorted()
        .at(-1) ?? null,
    robots: robots === null ? 'not asked for' : (robots.reason ?? (robots.text ? 'read' : 'none')),
    validators: validatorsOf(answer),
    next: after.nextDueAt,
  }
}

/** Asks as soon as no other look asks the same host. */
async function askInTurn(app: App, address: string): Promise<Exclude<Answer, { kind: 'busy' }>> {
  for (;;) {
    const answer = await ask(app, address, 'feed')
    if (answer.kind !== 'busy') return answer
    await wait(Math.max(0, Date.parse(answer.until) - Date.now()))
  }
}

function validatorsOf(answer: Answer): string[] {
  if (answer.kind !== 'fresh') return []
  const { etag, lastModified } = answer.validators
  return [...(etag ? ['ETag'] : []), ...(lastModified ? ['Last-Modified'] : [])]
}

/** What the scan needs of an App; nothing is kept, and nothing is mailed or queued. */
function appFor(ours: Ours): App {
  const unused = () => Promise.reject(new Error('a look needs no queue and no mail'))
  const { SITE_URL, NEWSROOM } = process.env
  const vars = { ...localVars(), ...(SITE_URL && { SITE_URL }), ...(NEWSROOM && { NEWSROOM }) }
  const config = configOf({ ...vars, SOURCES: '', TOPIC: '' }, ours)
  return {
    db: memoryD1(),
    now: () => new Date(),
    fetch: (request) => fetch(throughNewsroom(request, config.newsroom)),
    mailer: { send: unused },
    queues: {
      scrape: { send: unused, sendBatch: unused },
      mail: { send: unused, sendBatch: unused },
    },
    config,
    log: () => undefined,
  }
}
