import { expect, test } from 'vitest'
import { canonicalUrl, isSameSite } from '../src/url.ts'

test('tracking, fragment, credentials and default port go; what the server answers by stays', () => {
  expect(
    canonicalUrl('HTTPS://user:pw@News.Example:443/a/?id=7&utm_source=x&fbclid=y&page=2#comments'),
  ).toBe('https://news.example/a/?id=7&page=2')
})

test('an address that is canonical already stays as it is', () => {
  const once = canonicalUrl('http://news.example:8080/a?gclid=1&b=%20c')
  expect(once).toBe(canonicalUrl(once ?? ''))
})

test('a relative link is taken from its base', () => {
  expect(canonicalUrl('../b', 'https://news.example/x/y/')).toBe('https://news.example/x/b')
})

test('what is no web address has no canonical form', () => {
  expect(canonicalUrl('mailto:a@b.example')).toBeNull()
  expect(canonicalUrl('javascript:alert(1)')).toBeNull()
  expect(canonicalUrl('not an address')).toBeNull()
})

test('a site is its host and what is below it, with or without www', () => {
  expect(isSameSite('https://www.news.example/a', 'https://amp.news.example/b')).toBe(true)
  expect(isSameSite('https://news.example/a', 'https://oldnews.example/b')).toBe(false)
})
