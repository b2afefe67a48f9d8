import { sign } from 'hono/jwt'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { adminSite } from './admin-site.ts'

const ISSUER = 'https://fans.cloudflareaccess.com'
const AUDIENCE = 'the-application'
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}

test('who comes through Cloudflare Access is let in, under the name that it tells', async () => {
  const { ask, tokenFor, asked } = await accessSite()
  const token = await tokenFor({ email: 'ann@fans.example' })
  for (let time = 0; time < 2; time++) expect((await ask(token)).status).toBe(200)
  expect(asked).toEqual([`${ISSUER}/cdn-cgi/access/certs`]) // the keys, once
  const act = await ask(token, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })
  expect(act.status).toBe(400) // understood, and refused for its empty body
})

test('a token of Access for another site, another team, or past its time opens nothing', async () => {
  const { ask, tokenFor } = await accessSite()
  const stranger = await accessSite()
  const wrong = [
    await tokenFor({ aud: ['another'] }),
    await tokenFor({ iss: 'https://others.cloudflareaccess.com' }),
    await tokenFor({ exp: Math.floor(Date.now() / 1000) - 1 }),
    await tokenFor({ email: undefined }),
    await tokenFor({ exp: undefined }),
    await stranger.tokenFor({}),
    'no.token.atall',
    '',
  ]
  for (const token of wrong) expect((await ask(token)).status, token).toBe(401)
})

test('another site cannot use what Access lets through', async () => {
  const { ask, tokenFor } = await accessSite()
  const token = await tokenFor({})
  for (const site of ['cross-site', 'same-site']) {
    const answer = await ask(token, { method: 'POST', headers: { 'sec-fetch-site': site } })
    expect(answer.status).toBe(403)
  }
  expect((await ask(token, { method: 'POST' })).status).toBe(403)
})

test('where Access is not set up its header is worth nothing', async () => {
  const { ask, app } = await adminSite()
  const { tokenFor } = await accessSite()
  expect(app.config.access).toBeNull()
  const headers = { 'cf-access-jwt-assertion': await tokenFor({}) }
  expect((await ask('/api/admin/audit', { headers })).status).toBe(401)
})

/** A site that has no token of its own, behind an Access with keys of the test. */
async function accessSite() {
  const { app } = await adminSite()
  const pair = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('no pair of keys')
  const [secret, open] = await Promise.all([pair.privateKey, pair.publicKey].map(jwkOf))
  const asked: string[] = []
  const site = http({
    ...app,
    fetch: (request) => {
      asked.push(request.url)
      return Promise.resolve(Response.json({ keys: [{ ...open, kid: 'one', alg: 'RS256' }] }))
    },
    config: { ...app.config, admins: [], access: { team: 'fans', audience: AUDIENCE } },
  })
  const ask = (token: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
    site.request(`https://status.example/api/admin${init.method ? '/try' : '/audit'}`, {
      ...init,
      headers: { ...init.headers, 'cf-access-jwt-assertion': token },
    })
  const tokenFor = (claims: Record<string, unknown>) => {
    const exp = Math.floor(Date.now() / 1000) + 600
    const usual = { iss: ISSUER, aud: [AUDIENCE], exp, email: 'bob@fans.example' }
    return sign(
      { ...usual, ...claims },
      { kty: 'RSA', ...secret, kid: 'one', alg: 'RS256' },
      'RS256',
    )
  }
  return { ask, tokenFor, asked }
}

async function jwkOf(key: CryptoKey): Promise<JsonWebKey> {
  const jwk = await crypto.subtle.exportKey('jwk', key)
  if (jwk instanceof ArrayBuffer) throw new Error('no JSON Web Key')
  return jwk
}
