import type { App, MailJob, ScrapeJob } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import type { Mail } from '../../src/mail.ts'
import type { Source } from '../../src/source.ts'
import type { Topic } from '../../src/topic.ts'
import { memoryD1 } from '../local/memory.ts'
import { localVars } from '../local/vars.ts'
import { type Clock, type ToldQueue, toldQueue } from './clock.ts'

/** A mail, and when it went out. */
export type Posted = { at: Date; mail: Mail }

/** The product with a told clock: what it sends stays in `mails`. */
export type World = {
  clock: Clock
  app: App
  scrape: ToldQueue<ScrapeJob>
  mail: ToldQueue<MailJob>
  mails: Posted[]
  /** Jobs that failed: there should be none. */
  failures: string[]
}

const VARS = {
  NEWSROOM: 'http://newsroom.localhost',
  POSTAL_ADDRESS: 'the sender’s postal address',
  SOURCES: '',
  TOPIC: '',
}

type Outside = { topic: Topic; sources: Source[]; fetch: App['fetch'] }

/** A new product with an empty database, set up as wrangler.toml says. */
export function openWorld(clock: Clock, { topic, sources, fetch }: Outside): World {
  const scrape = toldQueue<ScrapeJob>(clock)
  const mail = toldQueue<MailJob>(clock)
  const world: Omit<World, 'app'> = { clock, scrape, mail, mails: [], failures: [] }
  const app: App = {
    db: memoryD1(),
    now: () => new Date(clock.now),
    fetch,
    mailer: {
      send: (mails, key) => {
        world.mails.push(...mails.map((one) => ({ at: new Date(clock.now), mail: one })))
        const ids = mails.map((_, index) => `${key}/${index}`)
        return Promise.resolve({ kind: 'sent', ids, refusals: [], usage: null })
      },
    },
    queues: { scrape: scrape.port, mail: mail.port },
    config: configOf({ ...localVars(), ...VARS }, { topic, sources, version: 'replay' }),
    log: (event, fields) => {
      if (event.endsWith('failed')) world.failures.push(JSON.stringify({ event, ...fields }))
    },
  }
  return { ...world, app }
}
