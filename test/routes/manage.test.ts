import { expect, test } from 'vitest'
import { linkSigner } from '../../src/token.ts'
import { subscribeAll } from '../digest/people.ts'
import { dump } from '../digest/tables.ts'
import { compose, drain, form, ISSUE_HOUR, mailWorld } from '../digest/world.ts'

const ANN = 'ann+film@example.org'

test('opening any page of the manage link changes nothing', async () => {
  const { site, app, at } = await managed()
  const before = await dump(app.db)
  for (const path of ['/manage', '/manage/data', '/manage/erase']) {
    const page = await site.request(at(path))
    expect(page.status, path).toBe(200)
    expect(page.headers.get('cache-control'), path).toBe('no-store')
    expect(await page.text(), path).toContain(ANN)
  }
  expect(await dump(app.db)).toBe(before)
})

test('somebody changes how often mail comes, and pauses until a day of the digest’s zone', async () => {
  const { site, app, at } = await managed()
  const saved = await site.request(
    at('/manage'),
    form({ choice: 'news', pause_until: '2026-12-24' }),
  )
  expect(saved.status).toBe(200)
  const page = await saved.text()
  expect(page).toContain('Saved.')
  expect(page).toContain('pauses until 24 December 2026')
  expect(page).toMatch(/value="news" checked/)
  expect(page).toContain('value="2026-12-24"')
  expect(await choiceOf(app.db)).toEqual({
    choice: 'news',
    paused_until: '2026-12-23T23:00:00.000Z', // midnight in Berlin
  })
  await site.request(at('/manage'), form({ choice: 'weekly', pause_until: '' }))
  expect(await choiceOf(app.db)).toEqual({ choice: 'weekly', paused_until: null })
})

test('a day that is past, too far or none is refused beside its field, and nothing is saved', async () => {
  const { site, app, at } = await managed()
  for (const day of ['2026-11-18', '2020-01-01', '2028-01-01', '2027-02-30', 'soon']) {
    const answer = await site.request(at('/manage'), form({ choice: 'news', pause_until: day }))
    expect(answer.status, day).toBe(422)
    const page = await answer.text()
    expect(page, day).toContain('aria-describedby="pause-error"')
    expect(page, day).toMatch(/value="news" checked/)
  }
  expect(await choiceOf(app.db)).toEqual({ choice: 'weekly', paused_until: null })
})

test('whoever pauses gets no mail, and mail again when the pause is over', async () => {
  const { site, app, at, box, jobs, clock } = await managed()
  await site.request(at('/manage'), form({ choice: 'weekly', pause_until: '2026-11-27' }))
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.delivered).toEqual([])
  clock.now = new Date('2026-11-27T08:00:00Z')
  await compose(app, undefined, clock.now)
  await drain(app, jobs)
  expect(box.delivered.map(({ to }) => to)).toEqual([ANN])
})

test('the export holds what is kept of its owner, and of nobody else', async () => {
  const { site, app, at, jobs, clock } = await managed()
  await subscribeAll(app, ['bob@example.org'])
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  const answer = await site.request(at('/manage/data'))
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(await answer.json()).toMatchObject({
    address: ANN,
    choice: 'weekly',
    confirmedAt: '2026-11-18T12:00:00.000Z',
    consents: [],
    issues: [{ issue: '2026-W47', sentAt: '2026-11-20T08:00:00.000Z' }],
  })
})

test('erasing asks once more, then acts, and the link leads to nobody', async () => {
  const { site, app, at } = await managed()
  const asked = await (await site.request(at('/manage/erase'))).text()
  expect(asked).toContain('cannot be undone')
  const done = await site.request(at('/manage/erase'), { method: 'POST' })
  expect(await done.text()).toContain('Nothing of your address is left')
  expect(await app.db.prepare('SELECT count(*) AS n FROM subscribers').first('n')).toBe(0)
  for (const path of ['/manage', '/manage/data', '/manage/erase']) {
    expect((await site.request(at(path))).status, path).toBe(404)
  }
  expect((await site.request(at('/manage/erase'), { method: 'POST' })).status).toBe(404)
})

test('a link that was changed, or is for another purpose, opens nothing', async () => {
  const { site, app, id, at } = await managed()
  const leave = await (await linkSigner(app.config.secretKey, 'unsubscribe'))(id)
  const forged = at('/manage').replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
  for (const path of ['/manage', '/manage?token=', `/manage?token=${leave}`, forged]) {
    expect((await site.request(path)).status, path).toBe(404)
    const change = form({ choice: 'changes', pause_until: '' })
    expect((await site.request(path, change)).status, path).toBe(404)
    expect((await site.request(path.replace('/manage', '/manage/data'))).status).toBe(404)
    const erase = await site.request(path.replace('/manage', '/manage/erase'), { method: 'POST' })
    expect(erase.status).toBe(404)
  }
  expect(await choiceOf(app.db)).toEqual({ choice: 'weekly', paused_until: null })
})

test('whoever has left sees that, can still take the data along, and can come back', async () => {
  const { site, at } = await managed()
  const page = await (await site.request(at('/manage'))).text()
  const [, leave = ''] = /action="(\/unsubscribe[^"]+)"/.exec(page) ?? []
  expect((await site.request(leave, { method: 'POST' })).status).toBe(200)
  const left = await (await site.request(at('/manage'))).text()
  expect(left).toContain('has ended')
  expect(left).toContain('href="/subscribe"')
  expect(left).not.toContain('name="choice"')
  expect((await site.request(at('/manage/data'))).status).toBe(200)
})

/** A site with one subscriber, and the addresses of the pages of her link. */
async function managed() {
  const world = await mailWorld()
  await subscribeAll(world.app, [ANN])
  const id = (await world.app.db.prepare('SELECT id FROM subscribers').first<string>('id')) ?? ''
  const sign = await linkSigner(world.app.config.secretKey, 'manage')
  const token = await sign(id)
  return { ...world, id, at: (path: string) => `${path}?token=${token}` }
}

async function choiceOf(db: D1Database) {
  return await db.prepare('SELECT choice, paused_until FROM subscribers').first()
}
