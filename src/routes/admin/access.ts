import type { Context } from 'hono'
import { verifyWithJwks } from 'hono/jwt'
import { z } from 'zod'
import type { Access, App } from '../../app.ts'

const KEYS_LAST = 3600_000 // milliseconds; Cloudflare announces a new key a week before it is used

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) })
const claimsSchema = z.object({ exp: z.number(), email: z.string().min(1).max(320) })

type Keys = z.infer<typeof keysSchema>['keys']

/**
 * Who Cloudflare Access let through to us, as it tells by a signed token with each request: the mail
 * address, or null where it tells of nobody, or where Access is not set up.
 * https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/validating-json/
 */
export function accessReader(app: App): (c: Context) => Promise<string | null> {
  const { access } = app.config
  if (!access) return () => Promise.resolve(null)
  const keysOf = keysReader(app, access)
  return async (c) => {
    const token = c.req.header('cf-access-jwt-assertion')
    if (!token) return null
    try {
      const claims = await verifyWithJwks(token, {
        keys: await keysOf(),
        allowedAlgorithms: ['RS256'],
        verification: { iss: issuerOf(access), aud: access.audience },
      })
      return claimsSchema.safeParse(claims).data?.email ?? null
    } catch (error) {
      app.log('access.refused', { error: error instanceof Error ? error.name : 'unknown' })
      return null
    }
  }
}

/** The team's public keys, asked for once an hour. */
function keysReader(app: App, access: Access): () => Promise<Keys> {
  let known: { keys: Keys; until: number } | null = null
  return async () => {
    const now = app.now().getTime()
    if (known && known.until > now) return known.keys
    const answer = await app.fetch(new Request(`${issuerOf(access)}/cdn-cgi/access/certs`))
    const { keys } = keysSchema.parse(await answer.json())
    known = { keys, until: now + KEYS_LAST }
    return keys
  }
}

function issuerOf({ team }: Access): string {
  return `https://${team}.cloudflareaccess.com`
}
