import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { auditIfDone } from '../../db/admin/audit.ts'
import {
  countLetters,
  findLetter,
  openLetters,
  settledLetters,
  settleLetters,
} from '../../db/admin/letters.ts'
import { readHealth } from '../../digest/health.ts'
import { counted } from '../site/words.ts'
import { LettersView } from './dead-letters.page.tsx'
import { replay, toldOf } from './dead-letters.replay.ts'
import { type Trouble, trouble } from './trouble.ts'
import { type AdminHono, type Asked, act, type Done, show } from './twin.tsx'

const A_PAGE = 50 // letters shown
const AT_ONCE = 500 // letters replayed by one click: five calls to a queue
const SETTLED = 20
const TO = '/dead-letters'
const SETTLED_BEFORE = 'It was settled already.'

const none = z.object({})
const one = z.object({ id: z.string() })
const UNKNOWN = trouble(404, 'Unknown letter', 'No dead letter has this id.')

type AskedOne = Asked<z.infer<typeof one>>

/** Jobs that the queues gave up: what, why, and again. */
export function letterRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: TO,
    asks: none,
    read: () => readLetters(app),
    title: () => 'Dead letters',
    view: (letters) => <LettersView {...letters} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  act(hono, app, { path: `${TO}/replay`, asks: none, act: ({ who }) => replayAll(app, who) })
  act(hono, app, { path: `${TO}/:id/replay`, asks: one, act: (asked) => replayOne(app, asked) })
  act(hono, app, { path: `${TO}/:id/put-aside`, asks: one, act: (asked) => putAside(app, asked) })
  return hono
}

async function readLetters(app: App) {
  const [letters, settled, { count }, { queue }] = await Promise.all([
    openLetters(app.db, A_PAGE),
    settledLetters(app.db, SETTLED),
    countLetters(app.db),
    readHealth(app),
  ])
  return { count, letters, settled, queue }
}

async function replayOne(app: App, { wanted: { id }, who }: AskedOne): Promise<Done | Trouble> {
  const letter = await findLetter(app.db, id)
  if (!letter) return UNKNOWN
  if (letter.settledAt) return { said: SETTLED_BEFORE, to: TO, data: { outcome: 'known' } }
  const { sent, strange } = await replay(app, [letter], who)
  if (strange.length) {
    return trouble(422, 'No job', 'This is no job that is known here any more. Put it aside.')
  }
  if (!sent.length) return { said: SETTLED_BEFORE, to: TO, data: { outcome: 'known' } }
  return { said: 'It is tried again.', to: TO, data: { outcome: 'replayed' } }
}

async function replayAll(app: App, who: string): Promise<Done> {
  const { sent, strange } = await replay(app, await openLetters(app.db, AT_ONCE), who)
  const { count: left } = await countLetters(app.db)
  const data = { replayed: sent.length, strange: strange.length, left }
  const more = left ? ` ${counted(left, 'letter')} left.` : ''
  return { said: `${counted(sent.length, 'job')} tried again.${more}`, to: TO, data }
}

async function putAside(app: App, { wanted: { id }, who }: AskedOne): Promise<Done | Trouble> {
  const letter = await findLetter(app.db, id)
  if (!letter) return UNKNOWN
  if (letter.settledAt) return { said: SETTLED_BEFORE, to: TO, data: { outcome: 'known' } }
  const at = app.now().toISOString()
  const after = { settled: 'put aside' }
  await app.db.batch([
    settleLetters(app.db, { ids: [id], at, who, how: 'put aside' }),
    auditIfDone(app.db, {
      ...{ at, who, act: 'put dead letter aside', subject: id },
      ...{ before: toldOf([letter]), after },
    }),
  ])
  return { said: 'Put aside.', to: TO, data: { outcome: 'put aside' } }
}
