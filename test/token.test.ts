import { expect, test } from 'vitest'
import { hashToken, linkSigner, randomToken, readLinkToken } from '../src/token.ts'

const SECRET = 'a secret of the operator, 32 characters or more'
const RING = [SECRET] as const
const SUBJECT = '7d9f7c1e-0d5c-4a52-9d57-0a2f1f0f8a11'

test('a signed link tells whose it is', async () => {
  const sign = await linkSigner(RING, 'unsubscribe')
  expect(await readLinkToken(RING, 'unsubscribe', await sign(SUBJECT))).toBe(SUBJECT)
})

test('a link is signed the same way each time', async () => {
  const [sign, again] = [
    await linkSigner(RING, 'unsubscribe'),
    await linkSigner(RING, 'unsubscribe'),
  ]
  expect(await again(SUBJECT)).toBe(await sign(SUBJECT))
})

test('a signature does not serve for another subject, nor under another secret', async () => {
  const token = await (await linkSigner(RING, 'unsubscribe'))(SUBJECT)
  const forged = token.replace(SUBJECT, SUBJECT.replace('7', '8'))
  expect(await readLinkToken(RING, 'unsubscribe', forged)).toBeNull()
  expect(await readLinkToken([`${SECRET}!`], 'unsubscribe', token)).toBeNull()
})

test('a link signed with a former secret goes on working, for its purpose alone', async () => {
  const token = await (await linkSigner(RING, 'manage'))(SUBJECT)
  const ring = ['a newer secret of the operator, 32 characters', SECRET] as const
  expect(await readLinkToken(ring, 'manage', token)).toBe(SUBJECT)
  expect(await readLinkToken(ring, 'unsubscribe', token)).toBeNull()
})

test('whatever is no token of ours is nobody', async () => {
  const token = await (await linkSigner(RING, 'unsubscribe'))(SUBJECT)
  const wrong = ['', '.', SUBJECT, `${SUBJECT}.`, token.slice(0, -1), `${token}A`, `${token}\n`]
  for (const each of wrong) expect(await readLinkToken(RING, 'unsubscribe', each)).toBeNull()
})

test('random tokens are 256 bit, never twice the same, and kept as another text', async () => {
  const tokens = Array.from({ length: 50 }, randomToken)
  expect(new Set(tokens).size).toBe(50)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  const [token = ''] = tokens
  expect(await hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashToken(token)).toBe(await hashToken(token))
})
