import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import {
  type Box,
  type DeliverExtra,
  type MailboxOptions,
  openBox,
  type SeenRequest,
} from './box.ts'
import type { Fault } from './fault.ts'
import type { EventName, StoredMail } from './mail.ts'

const HOST = '127.0.0.1'

export type Mailbox = {
  url: string
  /** Newest last. */
  mails: () => StoredMail[]
  /** Calls of /emails and below, newest last, without API keys. */
  requests: SeenRequest[]
  /** Sends a signed webhook on a mail, `delivered` if not said otherwise; the receiver's status. */
  deliver: (id: string, event?: EventName, extra?: DeliverExtra) => Promise<number>
  /** Sets what the next calls suffer; null takes it back. */
  fault: (next: Fault | null) => void
  /** When the webhooks of all mails taken so far are through or given up. */
  settled: () => Promise<void>
  /** Forgets mails, keys, requests and the fault, also in the store. */
  clear: () => void
  close: () => Promise<void>
}

/**
 * Starts a stand-in for Resend's HTTP API with a page to read the mail, on 127.0.0.1 only. Point
 * the SDK at it with `new Resend(key, { baseUrl: mailbox.url })`; any key that begins with `re_`
 * will do. Throws if the port is busy or the webhook is not a loopback address.
 */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const box = openBox(options)
  const server = createAdaptorServer({ fetch: createApp(box).fetch })
  const port = await listen(server, options.port ?? 0)
  return {
    url: `http://${HOST}:${port}`,
    mails: () => [...box.mails],
    requests: box.requests,
    deliver: box.deliver,
    fault: box.faults.set,
    settled: async () => box.postman?.settled(),
    clear: box.clear,
    close: () => stop(server, box),
  }
}

type Server = ReturnType<typeof createAdaptorServer>

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, HOST)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is busy: stop what uses it, or choose another.`, { cause: error })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

async function stop(server: Server, box: Box): Promise<void> {
  box.postman?.stop()
  const closed = once(server, 'close')
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await closed
}
