import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { linkSigner } from '../../src/token.ts'
import { subscribeAll } from '../digest/people.ts'
import { signed } from '../digest/signed.ts'
import { crawl, type Form } from './crawl.ts'
import { hold } from './hold.ts'
import { bad } from './questions.ts'
import { ORIGIN, openSite, type Question, type World } from './site.ts'

const SEED = 20261121
const RUNS = 400

let world: World
let links: string[]
let forms: Form[]

beforeAll(async () => {
  world = await openSite()
  ;({ links, forms } = await crawl(world, ['/', '/admin', '/api', ...(await linksOfMail(world))]))
}, 60_000)

test('pages lead to links and forms enough', () => {
  expect(links.length).toBeGreaterThan(60)
  expect(new Set(forms.map(({ action }) => new URL(action, ORIGIN).pathname)).size).toBeGreaterThan(
    12,
  )
})

test('a form with one thing wrong in it is answered in words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      slip,
      fc.boolean(),
      async (form, slipped, isJson) => {
        await hold(world, posted(form, slipped, isJson))
      },
    ),
    { seed: SEED, numRuns: RUNS },
  )
})

test('an address with one thing wrong in it is answered in words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...links), slip, async (link, slipped) => {
      const { pathname, searchParams } = new URL(link, ORIGIN)
      const parts = pathname
        .split('/')
        .map((part): [string, string] => ['', decodeURIComponent(part)])
      const path = (slipped.isInPath ? changed(parts, slipped) : parts)
        .map(([, part]) => encodeURIComponent(part.toWellFormed()))
        .join('/')
      const query = slipped.isInPath ? [...searchParams] : changed([...searchParams], slipped)
      await hold(world, {
        path: `/${path.replace(/^[/.]+/, '')}?${new URLSearchParams(query.map(whole))}`,
        init: { method: 'GET', headers: { authorization: 'Bearer the-admin' } },
      })
    }),
    { seed: SEED, numRuns: RUNS },
  )
})

test('a signed event that is odd is refused or taken', async () => {
  const events = fc.oneof(
    fc.json(),
    fc.record({ type: bad, created_at: bad, data: fc.jsonValue() }),
    fc.record({
      type: fc.constantFrom('email.bounced', 'email.complained', 'email.sent', 'suppression.added'),
      created_at: fc.oneof(bad, fc.constant('2026-11-20T08:01:00Z')),
      data: fc.record({ to: fc.oneof(bad, fc.array(bad)), email: bad, bounce: fc.jsonValue() }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(events, async (event) => {
      const init = await signed(typeof event === 'string' ? event : JSON.stringify(event))
      const { status } = await hold(world, { path: '/webhooks/resend', init })
      expect([204, 422]).toContain(status)
    }),
    { seed: SEED, numRuns: RUNS },
  )
})

/** What is wrong: which field, and how. */
type Slip = {
  at: number
  how: 'other' | 'gone' | 'twice' | 'more'
  value: string
  isInPath: boolean
}

const slip: fc.Arbitrary<Slip> = fc.record({
  at: fc.nat(20),
  how: fc.constantFrom('other', 'other', 'gone', 'twice', 'more'),
  value: bad,
  isInPath: fc.boolean(),
})

function changed(fields: [string, string][], { at, how, value }: Slip): [string, string][] {
  const index = at % fields.length
  const [name, given] = fields[index] ?? ['', '']
  switch (fields.length ? how : 'more') {
    case 'other':
      return fields.with(index, [name, value])
    case 'gone':
      return fields.toSpliced(index, 1)
    case 'twice':
      return [...fields, [name, given]]
    case 'more':
      return [...fields, [value, value]]
  }
}

function posted({ action, fields }: Form, slipped: Slip, isJson: boolean): Question {
  const sent = changed(fields, slipped).map(whole)
  const { pathname, search } = new URL(action, ORIGIN)
  const isTwin = isJson && pathname.startsWith('/admin/')
  return {
    path: (isTwin ? `/api${pathname}` : pathname) + search,
    init: {
      method: 'POST',
      headers: {
        authorization: 'Bearer the-admin',
        origin: ORIGIN,
        'content-type': isTwin ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body: isTwin
        ? JSON.stringify(Object.fromEntries(sent))
        : new URLSearchParams(sent).toString(),
    },
  }
}

function whole([name, value]: [string, string]): [string, string] {
  return [name.toWellFormed(), value.toWellFormed()]
}

/** The pages that links in mails lead to, of a subscriber who is there. */
async function linksOfMail({ app }: World): Promise<string[]> {
  await subscribeAll(app, ['ann@example.org'])
  const id = (await app.db.prepare('SELECT id FROM subscribers').first<string>('id')) ?? ''
  const [manage, leave] = await Promise.all(
    (['manage', 'unsubscribe'] as const).map(async (purpose) => {
      const sign = await linkSigner(app.config.secretKey, purpose)
      return await sign(id)
    }),
  )
  return [
    `/manage?token=${manage}`,
    `/manage/data?token=${manage}`,
    `/manage/erase?token=${manage}`,
    `/unsubscribe?token=${leave}`,
    '/confirm?token=none',
  ]
}
