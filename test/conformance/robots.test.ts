import { expect } from 'vitest'
import { robotsVerdict } from '../../src/scrape/robots.ts'
import { ROBOTS_CASES } from '../scrape/robots-cases.ts'
import { line } from './line.ts'
import { few, gaps, paper } from './sites.ts'
import { robotsTxt, type Site } from './web.ts'
import { openWorld } from './world.ts'

const RFC = 'RFC 9309'
const FORBID = 'User-agent: *\nDisallow: /'

for (const { name, robots, agent, path, allowed, rule } of ROBOTS_CASES) {
  line(RFC, name, (saw) => {
    expect(robotsVerdict(robots, agent, `https://x.example${path}`)).toEqual({ allowed, rule })
    saw(`${path}: ${allowed ? 'allowed' : 'forbidden'}${rule ? ` by ${rule}` : ''}`)
  })
}

line(RFC, '500 KiB are parsed', async (saw) => {
  const far = robotsTxt(`${'# x\n'.repeat(127_900)}${FORBID}`)
  const { asked } = await behind(() => far.clone())
  expect(asked).toBe(0)
  saw('a rule at 499 KiB counts')
})

const ANSWERS: [string, () => Response | Promise<Response>, boolean][] = [
  ['404 allows all', () => robotsTxt('', { status: 404 }), true],
  ['403 allows all', () => robotsTxt('', { status: 403 }), true],
  ['500 forbids all', () => robotsTxt('', { status: 500 }), false],
  ['503 forbids all', () => robotsTxt('', { status: 503 }), false],
  ['a broken network forbids all', () => Promise.reject(new Error('reset')), false],
]

for (const [rule, answer, isAllowed] of ANSWERS) {
  line(RFC, rule, async (saw) => {
    const { asked, state } = await behind(answer)
    expect(asked > 0).toBe(isAllowed)
    saw(`the feed was asked for ${asked} times; ${state?.lastError ?? 'no error'}`)
  })
}

line(RFC, 'kept for at most 24 hours', async (saw) => {
  const { world } = await behind(() => robotsTxt('User-agent: *\nAllow: /'), 10)
  const files = world.web.visits.filter(({ path }) => path === '/robots.txt')
  expect(files.length).toBeGreaterThan(7)
  for (const { at } of world.asked('a.example')) {
    const newest = files.filter((file) => file.at <= at).at(-1)
    expect(at - (newest?.at ?? 0)).toBeLessThanOrEqual(24 * 3_600_000)
  }
  expect(Math.min(...gaps(files))).toBeGreaterThanOrEqual(24)
  saw(`${files.length} times in 10 days, at least ${few(Math.min(...gaps(files)))} h apart`)
})

line(RFC, 'five redirects are followed', async (saw) => {
  const hops =
    (most: number): Site =>
    ({ path }) => {
      const hop = Number(/robots-(\d)/.exec(path)?.[1] ?? 0)
      if (hop < most) {
        return robotsTxt('', { status: 301, headers: { location: `/robots-${hop + 1}.txt` } })
      }
      return robotsTxt(FORBID)
    }
  const five = await behind(hops(5))
  expect(five.state?.lastError).toBe('robots.txt forbids it: Disallow: /')
  const six = await behind(hops(6))
  expect(six.state?.lastError).toContain('robots.txt cannot be had: over 5 redirects')
  expect(five.asked + six.asked).toBe(0)
  saw('a rule behind the fifth counts; behind a sixth it cannot be had')
})

/** A feed behind a robots.txt, for some days. */
async function behind(robots: Site | (() => Response | Promise<Response>), days = 2) {
  const world = await openWorld({
    'a.example': (visit) => (visit.path.startsWith('/robots') ? robots(visit) : paper(24)(visit)),
  })
  await world.days(days)
  const asked = world.asked('a.example').filter(({ path }) => path === '/feed').length
  return { world, asked, state: await world.source('a.example') }
}
