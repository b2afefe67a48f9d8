import type { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { emberfall } from '../status/emberfall.ts'
import {
  emptyAt,
  filledAt,
  holds,
  kindOf,
  MIGRATIONS,
  migrate,
  valuesOf,
} from './migrations/database.ts'
import { type Row, rowsOfNews } from './migrations/old-rows.ts'
import { OTHER_ROWS, READER } from './migrations/other-rows.ts'
import { PAGES, WISH } from './migrations/pages.ts'
import { siteOver } from './migrations/world.ts'

const LATEST = MIGRATIONS.length
const VERSIONS = MIGRATIONS.map((name, at) => ({ name, version: at + 1 }))
const ROWS = [...rowsOfNews(emberfall, PAGES), ...OTHER_ROWS]

const STORY = `/api/v1/stories/${PAGES[1]?.id}`
const TOLD = [
  ...['/api/v1/status', '/api/v1/articles', '/api/v1/stories', '/api/v1/statements', STORY],
  ...['/api/v1/quotes', '/api/v1/people', '/api/v1/search?q=emberfall'],
]
const SHOWN = [
  ...['/', '/stories', '/people/tobias-renn', '/outlets', '/issues', `/stories/${WISH}`],
  ...['/feed.xml', '/admin', '/admin/scans/scan', '/admin/dead-letters', '/admin/articles'],
  ...[`/admin/articles/${WISH}`, '/admin/audit', '/admin/digest', '/admin/subscribers'],
]
const SHOWN_OF_MAIL = [
  '/issues/2026-W02',
  '/admin/digest/issues/2026-W02',
  `/admin/subscribers/${READER}`,
]
const WITH_MAIL = 2 // the first version that has any

/** What a site tells that read the same pages with the code and the tables of today. */
let today: Record<string, unknown>

beforeAll(async () => {
  const site = siteOver(emptyAt(LATEST))
  await site.read(PAGES)
  today = await toldBy(site.ask)
})

test('a new database gets every migration, and is whole', () => {
  const database = emptyAt(LATEST)
  expectWhole(database)
  expect(MIGRATIONS.length).toBeGreaterThan(10)
})

test.for(VERSIONS)('what a site held after $name is there after all', async ({ version }) => {
  const database = await filledAt(version, ROWS)
  const entered = ROWS.flatMap(({ table, row }) => enteredOf(database, table, row))
  expect(entered.length).toBeGreaterThan(20)
  migrate(database, version)
  expectWhole(database)
  const kept = entered.filter(({ table }) => kindOf(database, table) === 'table')
  expect(kept.length).toBeGreaterThan(15)
  const lost = kept.filter(({ table, row }) => !holds(database, table, row))
  expect(lost).toEqual([])
})

test.for(VERSIONS)(
  'pages of a site of $name tell what they did, then what new rules read',
  async ({ version }) => {
    const database = await filledAt(version, ROWS)
    migrate(database, version)
    const site = siteOver(database)
    for (const path of [...SHOWN, ...(version < WITH_MAIL ? [] : SHOWN_OF_MAIL)]) {
      expect((await site.ask(path)).status, path).toBe(200)
    }
    expect(await (await site.ask('/api/v1/status')).json()).toMatchObject({ stage: 'talks' })
    await site.readAgain()
    expectWhole(database)
    expect(await toldBy(site.ask)).toEqual(today)
  },
)

/** Keys are spread anew by migrations that keep them otherwise, and moments filled in. */
function isDerived(table: string): boolean {
  return table.endsWith('_keys')
}

/** What was entered of a row: a version without the table has nothing of it. */
function enteredOf(database: DatabaseSync, table: string, row: Row) {
  if (kindOf(database, table) !== 'table' || isDerived(table)) return []
  return [{ table, row: Object.fromEntries(valuesOf(database, table, row)) }]
}

function expectWhole(database: DatabaseSync): void {
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
}

async function toldBy(ask: (path: string) => Response | Promise<Response>) {
  const told = await Promise.all(
    TOLD.map(async (path) => {
      const answer = await ask(path)
      expect(answer.status, path).toBe(200)
      return [path, await answer.json()] as const
    }),
  )
  return Object.fromEntries(told)
}
