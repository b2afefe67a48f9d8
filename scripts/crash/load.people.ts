import { eventBody, eventsOf } from '../../demo/mailbox/event.ts'
import type { Mailbox } from '../../demo/mailbox/server.ts'
import { signed } from '../../demo/mailbox/webhook.ts'
import { CHOICE_IDS, type Choice } from '../../src/choice.ts'
import type { Chance } from '../chance.ts'
import { ask, askAdmin } from './ask.ts'
import { addPerson } from './book.ts'
import { nowIn, type World } from './world.ts'

type Mail = ReturnType<Mailbox['mails']>[number]

const ROWS_A_CALL = 50 // of an import
const EVENTS_AT_ONCE = 40
const CONFIRMING = 0.8 // share of those who subscribe
const BOUNCING = 0.01 // share of the list

/** Puts so many confirmed subscribers on the list, as an admin imports them. */
export async function fillList(world: World, count: number, chance: Chance): Promise<void> {
  const confirmed = nowIn(world) - 24 * 3_600_000
  const confirmedAt = new Date(confirmed).toISOString()
  for (let from = 0; from < count; from += ROWS_A_CALL) {
    const rows = Array.from({ length: Math.min(ROWS_A_CALL, count - from) }, (_, nth) => {
      const kind = chance.isLucky(BOUNCING) ? 'bounced' : 'delivered'
      const email = `${kind}+reader-${from + nth}@resend.dev`
      const choice = chance.one<Choice>(['weekly', 'weekly', 'weekly', ...CHOICE_IDS])
      addPerson(world.book, email, { choice, wasTaken: true, confirming: confirmed, confirmed })
      const proof = { form: 'fair', text: 'Yes, weekly.', source: 'a list on paper' }
      return { email, confirmedAt, ...proof, choice, pausedUntil: null, hasLeft: false }
    })
    const said = await askAdmin(world, '/subscribers/import', { rows })
    if (!said?.isDone) throw new Error(`The list was refused: ${said?.text}`)
  }
}

/** Somebody new wants the mail. */
export async function subscribeSomebody(world: World, chance: Chance): Promise<void> {
  const kind = chance.isLucky(CONFIRMING) ? 'new' : 'idle'
  const choice = chance.one<Choice>(['weekly', 'weekly', 'news', 'changes'])
  const address = `delivered+${kind}-${chance.below(1e9)}@resend.dev`
  const person = addPerson(world.book, address, { choice })
  const network = `192.0.${chance.below(256)}.${chance.below(256)}`
  const said = await ask(world, '/subscribe', {
    method: 'POST',
    headers: { 'cf-connecting-ip': network },
    body: new URLSearchParams({ email: person.address, choice, sure: 'true' }),
  })
  person.wasTaken = said?.isDone ?? false
}

/** One of those who were sent a link follows it, again where nothing came back; a few never do. */
export async function confirmSomebody(world: World): Promise<void> {
  const mail = world.mailbox.mails().find((one) => {
    const person = isConfirmation(one) && personOf(world, one)
    return person && person.confirmed === null && person.address.includes('+new-')
  })
  const person = mail && personOf(world, mail)
  if (!person) return
  person.confirming ??= nowIn(world)
  const token = /\/confirm\?token=([\w.~-]+)/.exec(mail.text ?? '')?.[1] ?? ''
  const said = await ask(world, '/confirm', {
    method: 'POST',
    body: new URLSearchParams({ token }),
  })
  if (said?.isDone) person.confirmed = nowIn(world)
}

/** Somebody who got an issue leaves by one click, and clicks again where nothing came back. */
export async function leaveByLink(world: World, chance: Chance): Promise<void> {
  const mails = world.mailbox.mails().filter((one) => !isConfirmation(one))
  const mail = mails[chance.below(mails.length)]
  const person = mail && personOf(world, mail)
  const link = mail?.headers['List-Unsubscribe']?.slice(1, -1)
  if (!person || !link || person.left !== null) return
  person.leaving ??= nowIn(world)
  const { pathname, search } = new URL(link)
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const said = await ask(world, pathname + search, { method: 'POST', body })
  if (said?.isDone) person.left = nowIn(world)
}

/** The provider tells what became of mails, until it is heard. */
export async function tellOfMails(world: World): Promise<void> {
  const { mailbox, build, book } = world
  const untold = mailbox.mails().filter(({ id }) => !book.told.has(id))
  for (const mail of untold.slice(0, EVENTS_AT_ONCE)) {
    if (!world.life || !(await tellOf(world, mail, build.secrets.RESEND_WEBHOOK_SECRET))) return
    book.told.add(mail.id)
  }
}

async function tellOf(world: World, mail: Mail, secret: string): Promise<boolean> {
  const person = personOf(world, mail)
  for (const event of eventsOf(mail)) {
    const body = JSON.stringify(eventBody(mail, event, nowIn(world)))
    const svixTimestamp = Math.floor(nowIn(world) / 1000)
    const svixId = `msg_${mail.id}_${event.event}`
    const headers = {
      'content-type': 'application/json',
      ...signed(body, secret, { svixId, svixTimestamp }),
    }
    const isBounce = event.event === 'bounced'
    if (isBounce && person) person.leaving ??= nowIn(world)
    const said = await ask(world, '/webhooks/resend', { method: 'POST', headers, body })
    if (said && !said.isDone) world.book.troubles.push(`a webhook was refused: ${said.text}`)
    if (!said?.isDone) return false
    if (isBounce && person) person.left ??= nowIn(world)
  }
  return true
}

export function isConfirmation({ idempotencyKey }: Mail): boolean {
  return idempotencyKey?.startsWith('confirm/') ?? false
}

function personOf({ book }: World, mail: Mail) {
  return book.people.get(mail.to[0] ?? '')
}
