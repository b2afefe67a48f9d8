import { expect, test } from 'vitest'
import { fingerprint, fingerprints, openVault, seal, unseal } from '../src/seal.ts'

const SECRET = 'a secret of the operator, 32 characters or more'
const RING = [SECRET] as const

test('a sealed address opens with the same secret', async () => {
  const sealed = await seal(await openVault(RING), 'ann+film@example.org')
  expect(await unseal(await openVault(RING), sealed)).toBe('ann+film@example.org')
})

test('a sealed address looks different each time, and never holds the address', async () => {
  const vault = await openVault(RING)
  const [one, other] = [await seal(vault, 'ann@example.org'), await seal(vault, 'ann@example.org')]
  expect(one).not.toBe(other)
  expect(atob(one.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')).not.toContain('ann')
})

test('a sealed address that was changed in any byte does not open', async () => {
  const vault = await openVault(RING)
  const sealed = await seal(vault, 'ann@example.org')
  for (let at = 0; at < sealed.length - 1; at += 7) {
    const changed = sealed[at] === 'A' ? 'B' : 'A'
    const broken = sealed.slice(0, at) + changed + sealed.slice(at + 1)
    await expect(unseal(vault, broken)).rejects.toThrow()
  }
})

test('another secret neither opens an address nor finds it', async () => {
  const [vault, other] = [await openVault(RING), await openVault([`${SECRET}!`])]
  const sealed = await seal(vault, 'ann@example.org')
  await expect(unseal(other, sealed)).rejects.toThrow('sealed with another key')
  expect(await fingerprint(other, 'a')).not.toBe(await fingerprint(vault, 'a'))
})

test('an address is found again by its fingerprint', async () => {
  const [vault, again] = [await openVault(RING), await openVault(RING)]
  const found = await fingerprint(vault, 'ann@example.org')
  expect(found).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/)
  expect(await fingerprint(again, 'ann@example.org')).toBe(found)
  expect(await fingerprint(vault, 'bob@example.org')).not.toBe(found)
})

test('with a new secret before it, the old one still opens and finds', async () => {
  const old = await openVault(RING)
  const sealed = await seal(old, 'ann@example.org')
  const both = await openVault(['a newer secret of the operator, 32 characters', SECRET])
  expect(await unseal(both, sealed)).toBe('ann@example.org')
  const [first, second] = await fingerprints(both, 'ann@example.org')
  expect(first).toBe(await fingerprint(both, 'ann@example.org'))
  expect(second).toBe(await fingerprint(old, 'ann@example.org'))
  const anew = await seal(both, 'ann@example.org')
  await expect(unseal(old, anew)).rejects.toThrow('sealed with another key')
})
