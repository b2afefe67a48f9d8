import { expect, test } from 'vitest'
import { scanDue } from '../../src/scrape/scrape.ts'
import { parseSources } from '../../src/source.ts'
import { rss } from '../scrape/web.ts'
import { adminSite, runAll } from './admin-site.ts'

const HOST = 'https://one.example'
const SEARCH = { id: 'one', kind: 'search', outlet: 'One', home: `${HOST}/` }
const MARCH = ['05', '04', '03', '02', '01'].map((day) => ({
  link: `${HOST}/day-${day}`,
  title: `Glass Harbor 2, day ${day}`,
  date: `${day} Mar 2020 10:00:00 GMT`,
}))
const WEB = {
  [`${HOST}/?s=x&paged=1`]: () => new Response(rss(MARCH)),
  [`${HOST}/?s=x&paged=2`]: () => new Response('', { status: 404 }),
}

test('an admin has some days of a history read, and sees under one scan what they gave', async () => {
  const { api, page, app, jobs, seen, wait } = await adminSite(WEB)
  app.config.sources = parseSources([{ ...SEARCH, url: `${HOST}/?s=x&paged={page}` }])
  const wanted = { source: 'one', backfill: 'true', from: '2020-03-02', until: '2020-03-03' }
  const begun = await page('/scans', wanted)
  const again = await (await api('/scans', { ...wanted, backfill: true })).json()
  const path = begun.headers.get('location')?.replace('/admin', '') ?? ''
  expect(again).toMatchObject({ state: 'running', url: `/api/admin${path}` })
  for (let hour = 0; hour < 3; hour += 1) {
    await runAll(app, jobs)
    wait(3600)
    await scanDue({ ...app, config: { ...app.config, sources: [] } }, app.now())
  }
  const asked = seen.map(({ url }) => url).filter((url) => url.includes('/day-'))
  expect([...new Set(asked)].toSorted()).toEqual([`${HOST}/day-02`, `${HOST}/day-03`])
  expect(await (await api(path)).json()).toMatchObject({
    looks: [{ sourceId: 'one', wanted: 'history', found: 2 }],
    history: { coversFrom: '2020-03-02', coversUntil: '2020-03-03' },
  })
})
