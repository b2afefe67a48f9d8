import { CHOICE_IDS, type Choice } from '../../src/choice.ts'
import { confirm } from '../../src/digest/confirm.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { drain } from './days.ts'
import type { World } from './world.ts'

/** The reader who made a choice. */
export function readerOf(choice: Choice): string {
  return `${choice}@example.org`
}

/** Subscribes a reader for each choice, each by the link of the mail that asks them to confirm. */
export async function subscribeReaders(world: World): Promise<void> {
  const { app, clock, mails } = world
  for (const choice of CHOICE_IDS) {
    await subscribe(app, { address: readerOf(choice), form: 'home', textVersion: '1', choice })
  }
  await drain(world, clock.now)
  for (const { mail } of mails.splice(0)) {
    const token = /\/confirm\?token=([\w.~-]+)/.exec(mail.text)?.[1]
    if (!token) throw new Error('The confirmation mail has no link.')
    await confirm(app, token)
  }
}
