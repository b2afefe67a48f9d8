import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { purgeOld } from '../../src/digest/retention.ts'
import { http } from '../../src/routes/http.ts'
import { markRelevance, undoCorrection } from '../../src/scrape/correct.ts'
import { articleAt, everything, openShelf, type Printed } from '../scrape/shelf.ts'

const YEAR = 366 * 24 * 3600 // seconds
const QUARTER = 91 * 24 * 3600

const INTERVIEW = [
  'Director Ines Quarrie sat down with the Lantern and spoke at length about the years since then.',
  '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie told the Lantern.',
  'The studio has not said when it wants to decide, and nobody has been cast for any of it so far.',
]
const FIRST: Printed = { host: 'first.example', text: INTERVIEW }

test('an old text goes, and every page shows what it did', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST, { ...FIRST, host: 'copy.example', published: '2026-03-01T12:00:00.000Z' })
  shelf.wait(YEAR)
  const { id, storyId } = await articleAt('first.example')
  const paths = ['/', '/status', '/outlets', `/stories/${storyId}`, `/api/v1/articles/${id}`]
  const seen = async () => {
    const site = http(shelf.app)
    const pages = await Promise.all(paths.map((path) => site.request(path)))
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 200))
    return await Promise.all(pages.map((page) => page.text()))
  }
  const before = { pages: await seen(), rows: await everything() }
  await purgeOld(shelf.app)
  expect(await texts()).toEqual(['', ''])
  expect(await seen()).toEqual(before.pages)
  expect(await everything()).toEqual(before.rows)
})

test('an admin is told that an article without its text stays as it was read', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  const { id } = await articleAt('first.example')
  const headers = { authorization: `Bearer ${shelf.app.config.admins[0]?.token}` }
  const page = async () => {
    const answer = await http(shelf.app).request(`/admin/articles/${id}`, { headers })
    return await answer.text()
  }
  expect(await page()).not.toContain('its text is not kept')
  shelf.wait(YEAR)
  await purgeOld(shelf.app)
  expect(await page()).toContain('its text is not kept any more, so it stays as it was read')
})

test('a copy is known for one long after the text that it copies is gone', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  shelf.wait(YEAR)
  await purgeOld(shelf.app)
  await shelf.read({ ...FIRST, host: 'late.example', published: '2026-03-04T08:00:00.000Z' })
  const original = await articleAt('first.example')
  expect((await articleAt('late.example')).duplicateOf).toBe(original.id)
})

test('a text that is younger stays, and so does one that was revised of late', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST, { ...FIRST, host: 'other.example' })
  shelf.wait(YEAR / 2)
  const more = 'Quarrie added on Monday that Glass Harbor 2 has no date yet.'
  await shelf.read({ ...FIRST, text: [...INTERVIEW, more] })
  await purgeOld(shelf.app)
  expect((await texts()).filter((text) => text === '')).toHaveLength(0)
  shelf.wait(YEAR / 2)
  await purgeOld(shelf.app)
  expect((await texts()).filter((text) => text === '')).toHaveLength(1)
  expect((await revisions())[0]).toContain('no date yet')
  shelf.wait(YEAR / 2)
  await purgeOld(shelf.app)
  expect((await texts()).join('')).toBe('')
  expect((await revisions())[0]).toBe('[]')
})

test('what an admin has corrected keeps its text as long as that stands', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  const { id: articleId } = await articleAt('first.example')
  const marked = await markRelevance(shelf.app, { articleId, relevant: false, by: 'ann' })
  shelf.wait(YEAR)
  await purgeOld(shelf.app)
  expect((await texts()).join('')).not.toBe('')
  if (marked.kind === 'corrected') await undoCorrection(shelf.app, { id: marked.id, by: 'ann' })
  await purgeOld(shelf.app)
  expect((await texts()).join('')).toBe('')
})

test('a page asked for again after its text is gone is neither new nor a retraction', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  shelf.wait(YEAR)
  await purgeOld(shelf.app)
  const before = await everything()
  await shelf.read({ ...FIRST, text: ['Glass Harbor 2 is all that this page speaks of now.'] })
  expect(await everything()).toEqual(before)
})

test('one run takes so many rows and no more, and the runs after it all of them', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  const { id } = await articleAt('first.example')
  await env.DB.prepare(
    `INSERT INTO articles (id, url, source_id, outlet, title, authors, text, read_from, read_at,
       moment, reading, rules_version, relevant, why, overclaims, text_key)
     SELECT 'old-' || value, 'https://x.example/' || value, source_id, outlet, title, authors, text,
       read_from, read_at, '2020-01-01', reading, rules_version, 0, why, 0, value
     FROM articles, json_each(?2) WHERE articles.id = ?1`,
  )
    .bind(id, JSON.stringify(Array.from({ length: 450 }, (_, nth) => nth)))
    .run()
  shelf.wait(YEAR)
  const left = []
  for (let run = 0; run < 4; run += 1) {
    await purgeOld(shelf.app)
    left.push((await texts()).filter((text) => text !== '').length)
  }
  expect(left).toEqual([251, 51, 0, 0])
  await env.DB.prepare(`UPDATE articles SET text = 'again' WHERE id = 'old-7'`).run()
  for (let run = 0; run < 3; run += 1) await purgeOld(shelf.app)
  expect((await texts()).join('')).toBe('')
})

test('old looks go but for the last of each source, and scans but for those of known pages', async () => {
  const shelf = await openShelf()
  await shelf.read(FIRST)
  await env.DB.batch(
    [
      'DELETE FROM looks',
      'DELETE FROM scans',
      `INSERT INTO scans (id, requested_by, requested_at)
       VALUES ('a', 'cron', '2026-01-01'), ('b', 'cron', '2026-01-02'), ('c', 'cron', '2026-01-03'),
              ('d', 'admin', '2026-01-04'), ('new', 'cron', '2026-06-01')`,
      `INSERT INTO looks (scan_id, source_id, finished_at, outcome)
       VALUES ('a', 'first.example', '2026-01-01', 'fresh'),
              ('b', 'first.example', '2026-01-02', 'fresh'),
              ('c', 'first.example', '2026-01-03', 'failed')`,
      `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at, read_at)
       VALUES ('https://first.example/a', 'first.example', 'b', 't', 'what the feed had', '2026-01-02',
               '2026-01-02', '2026-01-02')`,
    ].map((sql) => env.DB.prepare(sql)),
  )
  shelf.wait(QUARTER)
  await purgeOld(shelf.app)
  expect(await column('SELECT id FROM scans ORDER BY id')).toEqual(['b', 'c', 'new'])
  expect(await column('SELECT scan_id FROM looks')).toEqual(['c'])
  expect(await column('SELECT feed_text FROM pages')).toEqual(['what the feed had'])
  shelf.wait(YEAR)
  await purgeOld(shelf.app)
  expect(await column('SELECT feed_text FROM pages')).toEqual([''])
  expect(await column('SELECT scan_id FROM looks')).toEqual(['c'])
})

async function texts(): Promise<string[]> {
  return (await column('SELECT text FROM articles ORDER BY id')).map(String)
}

async function revisions(): Promise<string[]> {
  return (await column('SELECT added FROM revisions')).map(String)
}

async function column(sql: string): Promise<unknown[]> {
  const rows = await env.DB.prepare(sql).raw()
  return rows.map(([value]) => value)
}
