import { expect, test } from 'vitest'
import { articleAt } from '../scrape/shelf.ts'
import { newsSite } from './admin-news-site.ts'

type Listed = { articles: { id: string }[]; next: string | null }
type Said = { number: number; stage: string; isStruck: boolean; speaker: string | null }
type Shown = {
  article: { relevant: boolean; goneAt: string | null; duplicateOf: string | null }
  statements: Said[]
  corrections: { id: string; undoneAt: string | null }[]
  revisions: { removed: string[]; added: string[] }[]
}
type Log = { acts: { act: string; who: string; before: object; after: object }[] }

test('articles are listed latest first and page by page, those off the topic among them', async () => {
  const { api, wish, first, repeat, copy, kitchen } = await newsSite()
  const all = await (await api('/articles?limit=3')).json<Listed>()
  expect(all.articles.map(({ id }) => id)).toEqual([kitchen.id, copy.id, repeat.id])
  const rest = await (await api(`/articles?limit=3&after=${all.next}`)).json<Listed>()
  expect(rest).toMatchObject({ articles: [{ id: first.id }, { id: wish.id }], next: null })
  expect((await api('/articles?after=yesterday')).status).toBe(400)
  expect((await api('/articles?filter=odd')).status).toBe(400)
})

test('an article is found by its address, its id, words of its title, and by what it is', async () => {
  const { api, first, copy, kitchen } = await newsSite()
  const found = async (query: string) => {
    const { articles } = await (await api(`/articles?${query}`)).json<Listed>()
    return articles.map(({ id }) => id)
  }
  expect(await found('find=https://first.example/a?utm_source=x')).toEqual([first.id])
  expect(await found(`find=https://status.example/stories/${first.id}`)).toEqual([first.id])
  expect(await found(`find=${first.id}`)).toEqual([first.id])
  expect(await found('find=Soup%20leek')).toEqual([kitchen.id])
  expect(await found('find=Soup:%20A%20leek')).toEqual([kitchen.id])
  expect(await found('find=https://nobody.example/')).toEqual([])
  expect(await found('filter=irrelevant')).toEqual([kitchen.id])
  expect(await found('filter=duplicates')).toEqual([copy.id])
  expect(await found('filter=gone')).toEqual([])
  await api(`/articles/${copy.id}/original`, {})
  expect(await found('filter=corrected')).toEqual([copy.id])
})

test('an article shows why it was read and joined so', async () => {
  const { api, page, read, wait, first, copy, INTERVIEW } = await newsSite()
  expect(await (await api(`/articles/${copy.id}`)).json()).toMatchObject({
    article: { duplicateOf: first.id, storyJoin: { method: 'copy', score: 1, partner: first.id } },
    byRules: { relevant: true },
    named: [{ id: first.id }],
  })
  wait(3600)
  const text = [...INTERVIEW, 'The Lantern has added this line.']
  await read({ host: 'first.example', text, published: '2026-02-01T08:00:00.000Z' })
  const shown = await (await api(`/articles/${first.id}`)).json<Shown>()
  expect(shown.statements).toMatchObject([
    { number: 0, speaker: 'Ines Quarrie', stage: 'development', fresh: true, byRules: null },
  ])
  expect(shown.revisions).toMatchObject([{ added: ['The Lantern has added this line.'] }])
  const html = await (await page(`/articles/${first.id}`)).text()
  expect(html).toContain('<ins>The Lantern has added this line.</ins>')
  expect(html).toContain('The first article that was read of this story.')
  expect((await page(`/articles/${copy.id}`)).status).toBe(200)
})

test('each act on an article is done, is in the log with before and after, and is undone', async () => {
  const { api, finish, wish, first, repeat, copy } = await newsSite()
  const acts = [
    [`${first.id}/relevance`, { relevant: 'no' }, 'mark irrelevant', { relevant: false }],
    [`${copy.id}/original`, {}, 'mark original', { duplicateOf: null }],
    [`${wish.id}/gone`, { gone: 'yes' }, 'mark gone', { isGone: true }],
    [`${repeat.id}/split`, {}, 'split article', { story: repeat.id }],
    [`${repeat.id}/move`, { into: wish.id }, 'move article', { story: wish.id }],
    [`${first.id}/statements/0`, { stage: 'talks' }, 'correct statement', { stage: 'talks' }],
    [`${first.id}/statements/0`, { strike: true }, 'strike statement', { isStruck: true }],
  ] as const
  for (const [path, body, act, after] of acts) {
    const answer = await api(`/articles/${path}`, body)
    expect(answer.status, path).toBe(200)
    const { correction } = await answer.json<{ correction: string }>()
    const log = await (await api('/audit?limit=1')).json<Log>()
    expect(log.acts).toMatchObject([{ who: 'admin', act, after }])
    await finish()
    expect((await api(`/corrections/${correction}/undo`, {})).status).toBe(200)
    await finish()
    const undone = await (await api('/audit?limit=1')).json<Log>()
    expect(undone.acts).toMatchObject([{ act: `undo: ${act}`, before: after }])
  }
  expect(await articleAt('repeat.example')).toMatchObject({ storyId: first.id, relevant: 1 })
})

test('a statement is corrected by a form, field by field', async () => {
  const { api, page, first } = await newsSite()
  const answer = await page(`/articles/${first.id}/statements/0`, {
    ...{ speaker: 'Pat Ember', role: '', stage: 'none', modality: 'fact' },
    ...{ saidOn: '2026-01', givenTo: '' },
  })
  expect(answer.status).toBe(303)
  const { statements } = await (await api(`/articles/${first.id}`)).json<Shown>()
  expect(statements).toMatchObject([
    {
      ...{ speaker: 'Pat Ember', role: 'other', stage: null, saidOn: '2026-01' },
      byRules: { speaker: 'Ines Quarrie', stage: 'development' },
    },
  ])
})

test('what changes nothing, and what is struck, is refused in words and not logged', async () => {
  const { api, page, first } = await newsSite()
  const path = `/articles/${first.id}/statements/0`
  const same = await api(path, { stage: 'development' })
  expect([same.status, await same.json()]).toMatchObject([
    409,
    { detail: 'It would change nothing.' },
  ])
  await api(path, { strike: true })
  expect((await api(path, { stage: 'talks' })).status).toBe(409)
  expect(await (await page(path, { stage: 'talks' })).text()).toContain('struck already')
  const { acts } = await (await api('/audit')).json<Log>()
  expect(acts.map(({ act }) => act)).toEqual(['strike statement', 'sign in'])
})

test('a correction is undone once, whoever clicks twice', async () => {
  const { api, first } = await newsSite()
  const answer = await api(`/articles/${first.id}/relevance`, { relevant: 'no' })
  const { correction } = await answer.json<{ correction: string }>()
  const undo = () => api(`/corrections/${correction}/undo`, {})
  const answers = [await undo(), await undo()]
  expect(answers.map(({ status }) => status)).toEqual([200, 409])
  const { acts } = await (await api('/audit')).json<Log>()
  expect(acts.map(({ act }) => act)).toEqual([
    'undo: mark irrelevant',
    'mark irrelevant',
    'sign in',
  ])
})

test('what nobody keeps is unknown, and what makes no sense is refused, not a fault', async () => {
  const { api, page, ask, token, first } = await newsSite()
  for (const path of ['/articles/nobody', '/stories/nobody']) {
    expect((await api(path)).status, path).toBe(404)
    expect((await page(path)).status, path).toBe(404)
  }
  const bodies = {
    relevance: { relevant: 'no' },
    original: {},
    gone: { gone: 'yes' },
    split: {},
    move: { into: first.id },
    'statements/0': { stage: 'talks' },
  }
  const headers = { authorization: `Bearer ${token}` }
  for (const [act, body] of Object.entries(bodies)) {
    expect((await api(`/articles/nobody/${act}`, body)).status, act).toBe(404)
    for (const bad of ['{', 'null', '7', '[]']) {
      const init = { method: 'POST', headers, body: bad }
      const { status } = await ask(`/api/admin/articles/${first.id}/${act}`, init)
      expect(status, `${act} ${bad}`).toBe(400)
    }
  }
  const odd = { relevant: 7, gone: [], into: {}, stage: 'x' }
  for (const act of ['relevance', 'gone', 'move', 'statements/0'])
    expect((await api(`/articles/${first.id}/${act}`, odd)).status, act).toBe(400)
  expect((await api('/corrections/nobody/undo', {})).status).toBe(404)
  expect((await api(`/articles/${first.id}/move`, { into: 'nobody' })).status).toBe(404)
  expect((await api(`/articles/${first.id}/statements/7`, { stage: 'talks' })).status).toBe(404)
  for (const body of [{ saidOn: '2026-13' }, { saidOn: 'soon' }, { other: 1 }, { strike: 'no' }])
    expect((await api(`/articles/${first.id}/statements/0`, body)).status).toBe(400)
  expect((await api(`/articles/${first.id}/statements/x`, {})).status).toBe(400)
})
