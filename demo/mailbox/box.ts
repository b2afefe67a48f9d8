import { eventBody, eventsOf } from './event.ts'
import { createFaults, type Faults } from './fault.ts'
import { createKeys, type Keys } from './idempotency.ts'
import { createRate, type Quotas, type Verdict } from './limits.ts'
import type { EventName, StoredMail } from './mail.ts'
import { type Kept, loadStore, saveStore } from './store.ts'
import { createPostman, type Disguise, type Postman, type Webhook } from './webhook.ts'

const REQUESTS_KEPT = 1000

/** A call of the API as it came in, without the API key. `status` is null until it is answered. */
export type SeenRequest = {
  at: string
  method: string
  path: string
  headers: Record<string, string>
  body: string
  status: number | null
}

export type MailboxOptions = {
  /** 0 or none: a free one. */
  port?: number
  /** The file that keeps the mails between runs. */
  store?: string
  webhook?: Webhook
  /** Milliseconds since the epoch; for keys, quotas, limits and the mails' times. */
  now?: () => number
  /** Requests a second, 10 if left out; Infinity switches the limit off. */
  rateLimit?: number
  /** Recipients in 24 hours and in a calendar month (UTC); none if left out. */
  dailyQuota?: number
  monthlyQuota?: number
  /** Where trouble is told, stderr if left out. */
  report?: (line: string) => void
}

/** What an event of `deliver` differs in: fields over its data, another id, time or secret. */
export type DeliverExtra = Disguise & { data?: Record<string, unknown> | undefined }

/** Everything the routes share. */
export type Box = {
  mails: StoredMail[]
  requests: SeenRequest[]
  faults: Faults
  keys: Keys
  quotas: Quotas
  rate: () => Verdict
  now: () => number
  take: (mails: StoredMail[]) => void
  see: (request: SeenRequest) => void
  deliver: (id: string, event?: EventName, extra?: DeliverExtra) => Promise<number>
  clear: () => void
  postman: Postman | null
}

/** Opens the store and puts the parts together; throws if the webhook is not a loopback address. */
export function openBox(options: MailboxOptions): Box {
  const { store, webhook, now = Date.now, report = console.error } = options
  const postman = webhook ? createPostman(webhook, report) : null
  const kept: Kept = store ? loadStore(store, report) : { mails: [], keys: new Map() }
  const { mails } = kept
  const requests: SeenRequest[] = []
  const faults = createFaults()
  const save = () => store && saveStore(store, kept)
  return {
    mails,
    requests,
    faults,
    keys: createKeys(now, kept.keys),
    quotas: { daily: options.dailyQuota ?? null, monthly: options.monthlyQuota ?? null },
    rate: createRate(options.rateLimit ?? 10, now),
    now,
    postman,
    take(taken) {
      mails.push(...taken)
      save()
      for (const mail of taken) announce(postman, mail, now())
    },
    see(request) {
      requests.push(request)
      if (requests.length > REQUESTS_KEPT) requests.shift()
    },
    async deliver(id, event = 'delivered', extra = {}) {
      const status = await post(postman, find(mails, id), event, now(), extra)
      save()
      return status
    },
    clear() {
      for (const list of [mails, requests]) list.length = 0
      kept.keys.clear()
      faults.set(null)
      save()
    },
  }
}

function announce(postman: Postman | null, mail: StoredMail, now: number): void {
  for (const event of eventsOf(mail)) postman?.enqueue(eventBody(mail, event, now))
}

function find(mails: StoredMail[], id: string): StoredMail {
  const mail = mails.find((one) => one.id === id)
  if (!mail) throw new Error(`There is no mail ${id}`)
  return mail
}

function post(
  postman: Postman | null,
  mail: StoredMail,
  event: EventName,
  now: number,
  { data, ...disguise }: DeliverExtra,
): Promise<number> {
  if (!postman) throw new Error('The mailbox was started without a webhook')
  mail.lastEvent = event
  return postman.post(eventBody(mail, { event, to: mail.to }, now, data), disguise)
}
