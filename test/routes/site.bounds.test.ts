import { expect, test } from 'vitest'
import { countingReads } from '../../bench/http/reads.ts'
import { http } from '../../src/routes/http.ts'
import { type Printed, readNews } from '../db/public/newsroom.ts'
import { openWeb } from '../scrape/web.ts'

const PAGE_LIMIT = 60 * 1024 // bytes
const ROWS_LIMIT = 60

/** Sixty interviews, none like the other, each with a long quotation. */
function interviews(): Printed[] {
  return Array.from({ length: 60 }, (_, number) => {
    const own = Array.from({ length: 60 }, (_, word) => `n${number}w${word}`).join(' ')
    const words = `We are working on Glass Harbor 2, ${own},`
    return {
      outlet: 'lantern.example',
      slug: `interview-${number}`,
      title: `Quarrie on Glass Harbor 2, part ${number}`,
      text: [`“${words}” director Ines Quarrie told Paper${number}.`],
      published: new Date(Date.UTC(2024, 0, 1 + number * 12)).toISOString(),
    }
  })
}

test('pages stay empty before anything is read, and small after much is', async () => {
  const { app } = openWeb({})
  const site = http(app)
  const empty = await (await site.request('/')).text()
  expect(empty).toContain('Unknown. Nothing on record has been read yet.')
  for (const path of ['/stories', '/people', '/outlets', '/search', '/status', '/about']) {
    expect((await site.request(path)).status, path).toBe(200)
  }
  await readNews(interviews())
  const front = await (await site.request('/')).text()
  expect(front.match(/<a class="mark/g)?.length).toBe(30)
  for (const path of ['/', '/stories', '/people/ines-quarrie', '/status', '/search?q=harbor']) {
    const page = await (await site.request(path)).text()
    expect(new TextEncoder().encode(page).length, path).toBeLessThan(PAGE_LIMIT)
  }
})

test('the front page reads few rows where nothing is new, and what is new at once', async () => {
  const { app } = await readNews(interviews().slice(0, 30))
  const { db, reads } = countingReads(app.db)
  const site = http({ ...app, db })
  const first = await (await site.request('/')).text()
  reads.rows = 0
  expect(await (await site.request('/')).text()).toBe(first)
  expect(reads.rows).toBeGreaterThan(0)
  expect(reads.rows).toBeLessThanOrEqual(ROWS_LIMIT)
  await readNews(
    interviews()
      .slice(40, 41)
      .map((one) => ({ ...one, slug: 'new' })),
  )
  expect(await (await site.request('/')).text()).not.toBe(first)
})
