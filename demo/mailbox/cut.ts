import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Fault } from './fault.ts'

/** What a fault does before the call is looked at; null lets it pass. */
export function sufferBefore(fault: Fault | null, env: HttpBindings): Response | null {
  if (fault?.kind === 'cut-before') return cut(env)
  if (fault?.kind !== 'answer') return null
  const { status, body, headers } = fault
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null)
  const isBare = status === 204 || status === 304
  return new Response(isBare ? null : text, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** What it does while the call's key is in progress; null lets the mails be taken. */
export async function sufferDuring(
  fault: Fault | null,
  env: HttpBindings,
): Promise<Response | null> {
  if (fault?.kind === 'slow') await wait(fault.ms)
  if (fault?.kind !== 'hang') return null
  await once(env.incoming.socket, 'close')
  return RESPONSE_ALREADY_SENT
}

/** What it does once the call is answered, the mails taken or refused. */
export function sufferAfter(fault: Fault | null, env: HttpBindings, answer: Response): Response {
  if (fault?.kind === 'cut-after') return cut(env)
  if (fault?.kind !== 'garbage') return answer
  const { status } = answer
  return new Response('<html>Bad gateway', { status, headers: { 'content-type': 'text/html' } })
}

function cut(env: HttpBindings): Response {
  env.outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}
