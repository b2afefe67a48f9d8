import { env } from 'cloudflare:workers'
import { fingerprint, openVault, seal } from '../../src/seal.ts'
import { hashToken, linkSigner } from '../../src/token.ts'
import { signed } from '../digest/signed.ts'
import { CORRECTION, HELD_ISSUE, ISSUE, SCAN } from './stock.ts'

/** How a route is asked for as much as it can be: what stands in its path, query and body. */
export type Ask = {
  in?: Record<string, string>
  query?: string
  body?: object
  headers?: Record<string, string>
  /** Makes so what has to be so first; what it returns goes into the question. */
  before?: () => Promise<Partial<Ask> | undefined>
  /** What its status is below where the work was done; 400 if left out. */
  below?: number
}

export type Asks = Record<string, Ask>

/** Makes a state by one statement. */
export async function run(sql: string, ...values: string[]): Promise<undefined> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run()
}

/** Each act has an article of its own. */
export function another(articles: string[]): Promise<Partial<Ask>> {
  return Promise.resolve({ in: { id: articles.shift() ?? '' } })
}

export const stoppedHost = () =>
  run(`INSERT OR REPLACE INTO stopped_hosts VALUES ('allowed.example', '2026', 'Away.')`)

async function anyId(): Promise<string> {
  const id = await env.DB.prepare(
    'SELECT id FROM subscribers WHERE unsubscribed_at IS NULL ORDER BY id LIMIT 1',
  ).first<string>('id')
  return id ?? ''
}

export async function somebody(): Promise<Partial<Ask>> {
  return { in: { id: await anyId() } }
}

export async function byLink(purpose: 'manage' | 'unsubscribe'): Promise<Partial<Ask>> {
  const sign = await linkSigner([env.SECRET_KEY], purpose)
  return { query: `token=${await sign(await anyId())}` }
}

/** A confirm link that ends at a day or, if none is given, is open. */
export async function openLink(until = '2027-01-01'): Promise<string> {
  const token = crypto.randomUUID()
  await env.DB.prepare('UPDATE subscribers SET confirmed_at = NULL WHERE id = ?1')
    .bind(await anyId())
    .run()
  await env.DB.prepare(
    `INSERT INTO confirmations (id, subscriber_id, token_hash, form, text_version, requested_at,
       expires_at)
     SELECT ?1, id, ?2, 'form', '1', '2026-10-31', ?3
     FROM subscribers WHERE confirmed_at IS NULL LIMIT 1`,
  )
    .bind(token, await hashToken(token), until)
    .run()
  return token
}

export const goingOn = () =>
  run('UPDATE scans SET stopped_at = NULL, stopped_by = NULL WHERE id = ?1', SCAN)
export const openedLetters = () => run('UPDATE dead_letters SET settled_at = NULL')
export const stoppedScan = () =>
  run("UPDATE scans SET stopped_at = '2026', stopped_by = 'a' WHERE id = ?1", SCAN)
export const notUndone = () =>
  run('UPDATE corrections SET undone_at = NULL, undone_by = NULL WHERE id = ?1', CORRECTION)
export const notPaused = () => run('DELETE FROM mail_account')
export const held = () =>
  run(
    'UPDATE issues SET held_at = made_at, approved_at = NULL, approved_by = NULL, envelope = NULL WHERE id = ?1',
    HELD_ISSUE,
  )
export const paused = () =>
  run(`INSERT OR REPLACE INTO mail_account (id, paused_at, paused_reason) VALUES (1, '2026', 'x')`)

export async function suppressed(): Promise<Partial<Ask>> {
  const vault = await openVault([env.SECRET_KEY])
  const address = 'suppressed@example.org'
  const [hash, sealed] = [await fingerprint(vault, address), await seal(vault, address)]
  await run('DELETE FROM subscribers WHERE address_hash = ?1', hash)
  const id = await anyId()
  await run(
    'UPDATE subscribers SET address_hash = ?2, address_sealed = ?3 WHERE id = ?1',
    id,
    hash,
    sealed,
  )
  await run(`INSERT OR REPLACE INTO suppressions VALUES (?1, 'bounce', '2026')`, hash)
  return { in: { id }, body: { address } }
}

/** Whoever was sealed under a former key; here all. */
export async function underOtherKey(): Promise<undefined> {
  await run(
    `UPDATE subscribers SET address_hash = 'former' || substr(address_hash, instr(address_hash, '.'))`,
  )
}

export function person(n: number) {
  return {
    email: `imported-${n}@example.org`,
    confirmedAt: '2026-01-01T00:00:00Z',
    form: 'form',
    text: 'Yes, mail me. '.repeat(140).trim(),
    source: 'https://old.example',
    choice: 'weekly',
    pausedUntil: null,
    hasLeft: false,
  }
}

/** A signed event of a permanent bounce of as many addresses as a mail may have. */
export async function bounces(): Promise<Partial<Ask>> {
  const to = Array.from({ length: 50 }, (_, n) => `reader-${n}@example.org`)
  const tags = { kind: 'digest', issue: ISSUE, chunk: '1' }
  const body = {
    type: 'email.bounced',
    created_at: new Date().toISOString(),
    data: { to, tags, bounce: { type: 'Permanent' } },
  }
  const { headers } = await signed(body)
  return { body, headers: { ...headers, 'content-type': 'application/json' } }
}
