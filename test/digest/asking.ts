import type { App, MailJob } from '../../src/app.ts'
import { subscribe, type Wish } from '../../src/digest/subscribe.ts'
import { drain, linkIn } from './world.ts'

export const ANN = 'Ann+Film@example.org'
export const WISH = { address: ANN, form: 'home', textVersion: '1' } satisfies Wish

/** Asks to subscribe and does the work on the queue. */
export async function ask(
  { app, jobs }: { app: App; jobs: MailJob[] },
  wish: Partial<Wish> = {},
): Promise<void> {
  await subscribe(app, { ...WISH, ...wish })
  await drain(app, jobs)
}

/** The token of the confirm link in a mail. */
export function tokenIn(mail: { text: string } | undefined): string {
  return linkIn(mail, '/confirm').split('token=')[1] ?? ''
}
