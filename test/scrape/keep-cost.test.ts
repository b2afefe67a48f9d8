import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { type Counts, metered } from '../../bench/digest/meter.ts'
import { pick, type Random, seeded } from '../../bench/stories/random.ts'
import { addArticles } from '../db/public/many.ts'
import { keep, openShelf, type Printed } from './shelf.ts'

const STORED = 16 // articles that are read, four of a story
const MANY = 1000 // that are only there
const SLOW = 60_000 // milliseconds

const WORDS =
  `harbor light crew old winter boat letter stage music scene early money market critic story camera
weather morning budget ticket festival poster rival island captain storm studio paper window season
street answer garden number table river mountain engine copper silver candle bridge`.split(/\s+/)

const random = seeded(29)
let app: Awaited<ReturnType<typeof openShelf>>['app']

/** Prose of so many words, in paragraphs of eighty. */
function prose(words: number): string[] {
  return Array.from({ length: Math.ceil(words / 80) }, () => `${some(random, 80)}.`)
}

function some(from: Random, words: number): string {
  return Array.from({ length: words }, () => pick(from, WORDS)).join(' ')
}

/** A report in which the director says three new things. */
function report(host: string, day: number, words: number): Printed {
  const quotes = Array.from(
    { length: 3 },
    () => `“We are writing Glass Harbor 2, and ${some(random, 14)},” said Ines Quarrie.`,
  )
  return { host, text: [...quotes, ...prose(words - 90)], published: dayOf(day) }
}

/** The same words of the director in another's text. */
function retelling(host: string, day: number, { text }: Printed): Printed {
  return { host, text: [...text.slice(0, 2), ...prose(200)], published: dayOf(day) }
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2025, 0, day)).toISOString()
}

const stored: Printed[] = []

beforeAll(async () => {
  const world = await openShelf()
  app = world.app
  await addArticles(env.DB, { from: 1, count: MANY, outlet: 'many', moment: '2025-01-05' })
  for (let i = 0; i < STORED; i += 4) {
    const first = report(`first-${i}.example`, 2 * i + 2, 300)
    const others = [1, 2, 3].map((n) => retelling(`told-${i}-${n}.example`, 2 * i + 2 + n, first))
    stored.push(first, ...others)
  }
  await world.read(...stored)
}, SLOW)

/** What keeping an article asks of D1, its page's own statement with it. */
async function costOf(printed: Printed): Promise<Counts> {
  const source = 'INSERT INTO sources (id, next_due_at) VALUES (?1, ?2)'
  await env.DB.prepare(source).bind(printed.host, '2026-01-01T00:00:00Z').run()
  const { db, count } = metered(env.DB)
  await keep({ ...app, db }, printed)
  return count
}

// The numbers that were reached, and a few more. Who raises one tells why: the bars are 100 rows
// read, 60 written and 12 statements for what is the latest.
test('a new article of 1,000 words costs few rows', async () => {
  const cost = await costOf(report('new.example', 60, 1000))
  expect(cost.read).toBeLessThanOrEqual(55)
  expect(cost.written).toBeLessThanOrEqual(34)
  expect(cost.statements).toBeLessThanOrEqual(12)
})

test('one that repeats known words costs fewer', async () => {
  const cost = await costOf(retelling('again.example', 61, stored[0] ?? report('', 1, 90)))
  expect(cost.read).toBeLessThanOrEqual(45)
  expect(cost.written).toBeLessThanOrEqual(23)
  expect(cost.statements).toBeLessThanOrEqual(9)
})

test('a copy costs fewer', async () => {
  const copy = { host: 'copy.example', text: stored[0]?.text ?? [], published: dayOf(62) }
  const cost = await costOf(copy)
  expect(cost.read).toBeLessThanOrEqual(60)
  expect(cost.written).toBeLessThanOrEqual(24)
  expect(cost.statements).toBeLessThanOrEqual(9)
})

test('one of long ago that comes late looks a little further, whatever came after it', async () => {
  const late = await costOf(report('late.example', 1, 1000))
  expect(late.read).toBeLessThanOrEqual(200)
  expect(late.written).toBeLessThanOrEqual(60)
  const copy = await costOf({ ...stored[0], host: 'old-copy.example', text: stored[0]?.text ?? [] })
  expect(copy.read).toBeLessThanOrEqual(280)
  expect(copy.written).toBeLessThanOrEqual(60)
})
