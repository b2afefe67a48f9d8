import { expect, test } from 'vitest'
import { parseAddress } from '../../src/digest/address.ts'

test('an address is taken as it is written, less the space around it', () => {
  expect(parseAddress(' Ann.Lee+film@Example.ORG \n')).toBe('Ann.Lee+film@example.org')
  expect(parseAddress("o'hara_1@mail.example.co.uk")).toBe("o'hara_1@mail.example.co.uk")
})

test('an international domain is written as punycode', () => {
  expect(parseAddress('ann@bücher.example')).toBe('ann@xn--bcher-kva.example')
  expect(parseAddress('ann@пример.рф')).toBe('ann@xn--e1afmkfd.xn--p1ai')
})

test('whatever can be no address on the internet is refused', () => {
  const wrong = [
    '',
    'ann',
    '@example.org',
    'ann@',
    'ann@localhost',
    'ann@example',
    'ann@127.0.0.1',
    'ann@127.1',
    'ann@[::1]',
    'ann@example.org/path',
    'ann@example.org:25',
    'ann@exam ple.org',
    'ann lee@example.org',
    'ann@one@example.org',
    'ann@example.org\nBcc: bob@example.org',
    'Ann <ann@example.org>',
    '.ann@example.org',
    'ann.@example.org',
    'an..n@example.org',
    '"ann"@example.org',
    'jörg@example.org',
    'ann@-example.org',
    `${'a'.repeat(65)}@example.org`,
    `ann@${'a.'.repeat(130)}org`,
  ]
  for (const each of wrong) expect(parseAddress(each), each).toBeNull()
})
