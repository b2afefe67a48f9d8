import { env } from 'cloudflare:workers'
import { INTERVIEW, STORIES } from '../scrape/printed.ts'
import { articleAt, keep, type Printed } from '../scrape/shelf.ts'
import { adminSite, runAll } from './admin-site.ts'

const SHELF: Printed[] = [
  ...STORIES,
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
