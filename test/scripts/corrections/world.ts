import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App, ScrapeJob } from '../../../src/app.ts'
import { correctStatement, splitArticle } from '../../../src/scrape/correct.ts'
import { keepArticle } from '../../../src/scrape/keep.ts'
import { runScrapeJob } from '../../../src/scrape/scrape.ts'
import { emberfall } from '../../status/emberfall.ts'
import { newState } from '../state.ts'

export const TALK = [
  'Renn sat down with Film Daily and spoke at length about the years since the first film.',
  '“We are writing the script of Emberfall 2 right now,” Renn told Film Daily.',
]
const WISH = [
  'Renn was asked about Emberfall 2 at a festival of short films in the north.',
  '“I would love to make Emberfall 2 with the same crew one day,” Renn said.',
]
export const by = 'ann'

/** A talk and its copy, which an admin took apart, a statement that one corrected, and a wish. */
export async function corrected() {
  const { directory: state, file, db } = newState()
  const topic = join(state, 'topic.json')
  writeFileSync(topic, JSON.stringify(emberfall))
  const { app, finish } = appOn(db)
  await keep(app, 'filmdaily.example', TALK, '2026-03-01T08:00:00.000Z')
  await keep(app, 'copies.example', TALK, '2026-03-01T12:00:00.000Z')
  await keep(app, 'north.example', WISH, '2025-06-01T10:00:00.000Z')
  await finish()
  const ids = await idsOf(db)
  await splitArticle(app, { articleId: ids.copy, by })
  await finish()
  await correctStatement(app, {
    ...{ statementId: `${ids.talk}#0`, change: { stage: 'greenlit' }, by },
  })
  await finish()
  return { app, state, file, topic, ids, finish }
}

async function idsOf(db: D1Database) {
  const { results } = await db.prepare('SELECT id FROM articles ORDER BY moment').all<{
    id: string
  }>()
  const [wish = '', talk = '', copy = ''] = results.map(({ id }) => id)
  return { wish, talk, copy }
}

function appOn(db: D1Database) {
  const jobs: ScrapeJob[] = []
  const unused = () => Promise.reject(new Error('of no use here'))
  const app = {
    db,
    now: () => new Date('2026-03-02T10:00:00Z'),
    fetch: unused,
    mailer: { send: unused },
    queues: {
      scrape: {
        send: (job: ScrapeJob) => Promise.resolve(jobs.push(job)),
        sendBatch: (batch: { body: ScrapeJob }[]) =>
          Promise.resolve(jobs.push(...batch.map(({ body }) => body))),
      },
      mail: { send: unused, sendBatch: unused },
    },
    config: { topic: emberfall, sources: [] },
    log: () => undefined,
  } as unknown as App // of its configuration only what reading needs
  const finish = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
  }
  return { app, finish }
}

async function keep(app: App, host: string, paragraphs: string[], published: string) {
  await app.db
    .prepare("INSERT INTO sources (id, next_due_at) VALUES (?1, '2026-01-01')")
    .bind(host)
    .run()
  await keepArticle(app, {
    sourceId: host,
    url: `https://${host}/a`,
    readFrom: 'page',
    done: () => [app.db.prepare('SELECT 1')],
    extract: {
      ...{ kind: 'article', reason: null, canonicalUrl: null, site: host, modified: null },
      ...{ title: 'Renn Talks Emberfall 2', authors: ['Pat Ember'], published },
      ...{ isZoneAssumed: false, lang: 'en', paragraphs },
    },
  })
}
