import { env } from 'cloudflare:workers'

/** A request with an event as the mail provider signs it; a string is sent as it is. */
export async function signed(
  event: unknown,
  { id, at } = { id: crypto.randomUUID(), at: Date.now() },
) {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const timestamp = String(Math.floor(at / 1000))
  const secret = Uint8Array.from(atob(env.RESEND_WEBHOOK_SECRET.replace('whsec_', '')), (byte) =>
    byte.charCodeAt(0),
  )
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign'])
  const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text))
  return {
    method: 'POST',
    body,
    headers: {
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${btoa(String.fromCharCode(...mac))}`,
    },
  }
}
