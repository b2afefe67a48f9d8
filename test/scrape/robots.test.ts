import { expect, test } from 'vitest'
import { robotsVerdict } from '../../src/scrape/robots.ts'
import { ROBOTS_CASES } from './robots-cases.ts'

const LIMIT = 500 * 1024 // characters

test.each(ROBOTS_CASES)('$name', ({ robots, agent, path, allowed, rule }) => {
  expect(robotsVerdict(robots, agent, `https://x.example${path}`)).toEqual({ allowed, rule })
})

test('500 KiB are parsed', () => {
  const robots = `${'#'.repeat(LIMIT - 100)}\nUser-agent: FooBot\nDisallow: /a\n`
  expect(robotsVerdict(robots, 'FooBot', 'https://x.example/a').allowed).toBe(false)
})

test('a line that the limit cuts is no rule', () => {
  const head = `User-agent: FooBot\n${'#'.repeat(LIMIT - 31)}\n`
  const robots = `${head}Disallow: /abcdef\n`
  expect(robots.slice(head.length, LIMIT)).toBe('Disallow: /')
  expect(robotsVerdict(robots, 'FooBot', 'https://x.example/xyz').allowed).toBe(true)
})

test('a hostile pattern costs no time', () => {
  const robots = `User-agent: FooBot\nDisallow: /${'a*'.repeat(50_000)}b$\n`
  const url = `https://x.example/${'a'.repeat(5000)}`
  expect(robotsVerdict(robots, 'FooBot', url).allowed).toBe(true)
})
