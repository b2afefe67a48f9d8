import { unstable_readConfig } from 'wrangler'
import type { App, MailJob, ScrapeJob } from '../../src/app.ts'
import { configOf, type Vars } from '../../src/config.ts'
import type { Mail } from '../../src/mail.ts'
import type { Source } from '../../src/source.ts'
import type { Topic } from '../../src/topic.ts'
import { memoryD1 } from '../local/memory.ts'
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
    config: configOf(varsOf(), { topic, sources, version: 'replay' }),
    log: (event, fields) => {
      if (event.endsWith('failed')) world.failures.push(JSON.stringify({ event, ...fields }))
    },
  }
  return { ...world, app }
}

/** The variables of wrangler.toml; secrets are made up, since nothing is sent or kept. */
function varsOf(): Vars {
  const { vars } = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true })
  return {
    ...(vars as Vars),
    NEWSROOM: 'http://newsroom.localhost',
    POSTAL_ADDRESS: 'the sender’s postal address',
    SOURCES: '',
    TOPIC: '',
    ADMIN_TOKEN: '',
    RESEND_WEBHOOK_SECRET: '',
    SECRET_KEY: 'nothing-is-sealed-with-this-local-key',
  }
}
