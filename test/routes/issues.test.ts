import { expect, test } from 'vitest'
import { issueFor } from '../digest/issue-for.ts'
import { newsOf, story } from '../digest/news.ts'
import { subscribeAll } from '../digest/people.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from '../digest/world.ts'

test('an issue can be read on the web as a page, as text and as data, as it was mailed', async () => {
  const { app, site, box, jobs, clock } = await mailWorld()
  await subscribeAll(app, ['ann@example.org'])
  clock.now = ISSUE_HOUR
  await compose(app, newsOf([story(1, 3)]))
  await drain(app, jobs)
  const page = await (await site.request('/issues/2026-W47')).text()
  const text = await site.request('/issues/2026-W47.txt')
  const data = await site.request('/issues/2026-W47.json')
  expect(text.headers.get('content-type')).toContain('text/plain')
  const told = await text.text()
  expect(box.delivered[0]?.text.startsWith(told.trimEnd())).toBe(true)
  for (const part of [page, told]) expect(part).toContain('We have a draft, and I like it. 1')
  expect(await data.json()).toMatchObject({
    id: '2026-W47',
    status: { stage: 'development' },
    stories: [{ articles: [{}, {}, {}] }],
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('what is published of an issue bears nobody’s links and no marks for them', async () => {
  const { app, site } = await mailWorld()
  await compose(app, newsOf([story(1)]))
  for (const path of ['/issues/2026-W47', '/issues/2026-W47.txt', '/issues/2026-W47.json']) {
    const body = await (await site.request(path)).text()
    expect(body, path).not.toMatch(/recipient-|sender-postal|unsubscribe\?token/)
  }
})

test('an issue that was never made is not found, in any form', async () => {
  const { site } = await mailWorld()
  for (const path of [
    '/issues/2026-W46',
    '/issues/2026-W46.txt',
    '/issues/x.json',
    '/issues/.txt',
  ]) {
    expect((await site.request(path)).status, path).toBe(404)
  }
})

test('the archive lists every issue, latest first', async () => {
  const { app, site, clock } = await mailWorld()
  await compose(app)
  clock.now = new Date('2026-11-27T08:00:00Z')
  await compose(app, undefined, clock.now)
  const page = await (await site.request('/issues')).text()
  expect(page.indexOf('/issues/2026-W48')).toBeGreaterThan(0)
  expect(page.indexOf('/issues/2026-W47')).toBeGreaterThan(page.indexOf('/issues/2026-W48'))
})

test('an issue can be read on the web, without anybody’s link in it', async () => {
  const { app, site, jobs } = await issueFor(1)
  await drain(app, jobs)
  const archive = await (await site.request('/issues')).text()
  expect(archive).toContain('href="/issues/2026-W47"')
  const page = await (await site.request('/issues/2026-W47')).text()
  expect(page).toContain('The makers say they want it.')
  expect(page).not.toContain('token')
  expect((await site.request('/issues/2026-W46')).status).toBe(404)
  expect(app.config.siteUrl).toBe('http://localhost:8787')
})
