import { env } from 'cloudflare:workers'
import { articleAt, keep, type Printed } from '../scrape/shelf.ts'
import { adminSite, runAll } from './admin-site.ts'

const INTERVIEW = [
  'Director Ines Quarrie sat down with the Lantern and spoke at length about the years since then.',
  '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie told the Lantern.',
]
const REPEAT = [
  'There is word on Glass Harbor 2 from its director, who spoke to the Lantern of late.',
  '“We are writing the script of Glass Harbor 2 right now,” said Ines Quarrie.',
]
const WISH = [
  'Ines Quarrie was asked about Glass Harbor 2 at a festival of short films in the north.',
  '“I would love to make Glass Harbor 2 with the same crew one day,” Quarrie said.',
]
const SHELF: Printed[] = [
  { host: 'wish.example', text: WISH, published: '2025-06-01T10:00:00.000Z' },
  { host: 'first.example', text: INTERVIEW, published: '2026-02-01T08:00:00.000Z' },
  { host: 'repeat.example', text: REPEAT, published: '2026-02-01T12:00:00.000Z' },
  { host: 'copy.example', text: INTERVIEW, published: '2026-02-03T08:00:00.000Z' },
  {
    host: 'kitchen.example',
    title: 'A soup of leeks',
    text: ['Wash the leeks, cut them, and boil them for an hour with salt.'],
    published: '2026-02-04T08:00:00.000Z',
  },
]

/** The site with an interview, its repeat and its copy, an older wish, and a page on something else. */
export async function newsSite() {
  await env.DB.batch(
    [
      'DELETE FROM corrections',
      'DELETE FROM revisions',
      'UPDATE stories SET shown_in = NULL',
      'UPDATE articles SET heir_id = NULL',
    ].map((sql) => env.DB.prepare(sql)),
  )
  const site = await adminSite()
  const finish = () => runAll(site.app, site.jobs)
  const read = async (...printed: Printed[]) => {
    for (const one of printed) await keep(site.app, one)
    await finish()
  }
  await read(...SHELF)
  const [wish, first, repeat, copy, kitchen] = await Promise.all(
    ['wish', 'first', 'repeat', 'copy', 'kitchen'].map((name) => articleAt(`${name}.example`)),
  )
  if (!wish || !first || !repeat || !copy || !kitchen) throw new Error('all of them are kept')
  return { ...site, finish, read, INTERVIEW, wish, first, repeat, copy, kitchen }
}
