import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { correctStatement, markRelevance } from '../../src/scrape/correct.ts'
import { INTERVIEW } from '../scrape/printed.ts'
import { articleAt, openShelf } from '../scrape/shelf.ts'
import { keepWeekly } from './weekly-issue.ts'

const PATHS = ['/', '/stories', '/people', '/outlets', '/api/v1/status', '/api/v1/articles']
const ANEW = { headers: { 'cache-control': 'no-cache' } }

const MORE = '“I would love to shoot Glass Harbor 2 by the sea,” Ines Quarrie added there.'

/** A site that has an interview and has drawn its pages, and what they tell now. */
async function openDrawn() {
  const { app, read, wait, finish } = await openShelf()
  await read({ host: 'first.example', text: INTERVIEW })
  const { id } = await articleAt('first.example')
  const site = http(app)
  const texts = (paths: string[]) => textsOf(site, paths)
  await texts(PATHS)
  /** Pages that are not what a site shows that has never drawn them. */
  const stale = async (paths = PATHS) => {
    const [kept, fresh] = [await texts(paths), await textsOf(http(app), paths)]
    return paths.filter((_, i) => kept[i] !== fresh[i])
  }
  return { app, id, read, wait, finish, texts, stale }
}

function textsOf(site: ReturnType<typeof http>, paths: string[]): Promise<string[]> {
  return Promise.all(paths.map(async (path) => await (await site.request(path, ANEW)).text()))
}

test('a later headline and text of an article are shown at once', async () => {
  const { read, wait, texts, stale } = await openDrawn()
  wait(600)
  await read({
    host: 'first.example',
    title: 'Glass Harbor 2, in her words',
    text: [...INTERVIEW, MORE],
  })
  await env.DB.prepare('DELETE FROM snapshots').run() // so that the fresh site reads all anew
  expect(await stale()).toEqual([])
  expect((await texts(['/api/v1/articles']))[0]).toContain('Glass Harbor 2, in her words')
})

test('what an editor corrects or takes away is shown at once', async () => {
  const { app, id, finish, texts, stale } = await openDrawn()
  await correctStatement(app, { statementId: `${id}#0`, change: { stage: 'talks' }, by: 'editor' })
  await finish()
  await env.DB.prepare('DELETE FROM snapshots').run()
  expect(await stale()).toEqual([])
  expect((await texts(['/api/v1/status']))[0]).toContain('"stage":"talks"')
  await markRelevance(app, { articleId: id, relevant: false, by: 'editor' })
  await finish()
  await env.DB.prepare('DELETE FROM snapshots').run()
  expect(await stale()).toEqual([])
  expect((await texts(['/api/v1/articles']))[0]).toContain('"articles":[]')
})

test('an issue is in the archive and the feed as soon as it is made', async () => {
  const { texts } = await openDrawn()
  const paths = ['/issues', '/issues.xml', '/sitemap.xml']
  expect((await texts(paths)).filter((text) => text.includes('2026-W10'))).toEqual([])
  await keepWeekly({
    id: '2026-W10',
    subject: 'Still at the desk',
    coversUntil: '2026-03-06T08:00:00.000Z',
  })
  expect((await texts(paths)).filter((text) => text.includes('2026-W10')).length).toBe(3)
})
