import { expect, test } from 'vitest'
import { articleAt } from '../scrape/shelf.ts'
import { newsSite } from './admin-news-site.ts'

type Stories = { stories: { id: string; articles: number }[]; next: string | null }
type Corrections = {
  corrections: { id: string; by: string; undoneAt: string | null }[]
  next: string | null
}

test('stories are listed with how many tell them, page by page', async () => {
  const { api, page, wish, first } = await newsSite()
  const latest = await (await api('/stories?limit=1')).json<Stories>()
  expect(latest.stories).toMatchObject([{ id: first.id, articles: 3 }])
  const rest = await (await api(`/stories?limit=1&after=${latest.next}`)).json<Stories>()
  expect(rest).toMatchObject({ stories: [{ id: wish.id }], next: null })
  expect((await page('/stories')).status).toBe(200)
  expect((await api('/stories?limit=0')).status).toBe(400)
})

test('a story shows why each article is in it', async () => {
  const { api, page, first, repeat, copy } = await newsSite()
  expect(await (await api(`/stories/${first.id}`)).json()).toMatchObject({
    story: {
      members: [
        { id: first.id, storyJoin: { method: 'founded' } },
        { id: repeat.id, storyJoin: { method: 'quotation' } },
        { id: copy.id, storyJoin: { method: 'copy' } },
      ],
    },
    corrections: [],
  })
  const html = await (await page(`/stories/${first.id}`)).text()
  expect(html).toContain('It repeats words that the story brought first')
})

test('stories are merged by an id or an address, and parted again by undoing it', async () => {
  const { api, page, finish, wish, first } = await newsSite()
  const answer = await page(`/stories/${first.id}/merge`, {
    into: `https://status.example/stories/${wish.id}`,
  })
  expect(answer.headers.get('location')).toBe(`/admin/articles/${first.id}`)
  await finish()
  expect(await articleAt('repeat.example')).toMatchObject({ storyId: wish.id })
  expect((await api(`/stories/${first.id}`)).status).toBe(404)
  const { corrections } = await (await api(`/stories/${wish.id}`)).json<Corrections>()
  expect(corrections).toMatchObject([{ by: 'admin', undoneAt: null }])
  await page(`/corrections/${corrections[0]?.id}/undo`, {})
  await finish()
  expect(await articleAt('repeat.example')).toMatchObject({ storyId: first.id })
  expect(await (await api('/audit?limit=2')).json()).toMatchObject({
    acts: [
      { act: 'undo: merge stories', before: { story: wish.id }, after: { story: first.id } },
      { act: 'merge stories', subject: first.id, after: { story: wish.id } },
    ],
  })
})

test('a merge that cannot be is refused with its reason', async () => {
  const { api, first, repeat, kitchen } = await newsSite()
  const merge = async (id: string, into: unknown) => {
    const answer = await api(`/stories/${id}/merge`, { into })
    return [answer.status, (await answer.json<{ detail: string }>()).detail]
  }
  expect(await merge(first.id, repeat.id)).toEqual([409, 'Both are in one story already.'])
  expect(await merge(first.id, kitchen.id)).toEqual([409, 'Both have to be on the topic.'])
  expect((await merge(first.id, 'nobody'))[0]).toBe(404)
  expect((await merge('nobody', first.id))[0]).toBe(404)
  expect((await merge(first.id, 7))[0]).toBe(400)
})

test('corrections are listed latest first and page by page, those undone among them', async () => {
  const { api, page, first, repeat } = await newsSite()
  await api(`/articles/${repeat.id}/split`, {})
  await api(`/articles/${first.id}/gone`, { gone: 'yes' })
  const latest = await (await api('/corrections?limit=1')).json<Corrections>()
  expect(latest.corrections).toMatchObject([{ articleId: first.id, after: { kind: 'gone' } }])
  const path = `/corrections?limit=1&before=${latest.next}`
  const rest = await (await api(path)).json<Corrections>()
  expect(rest).toMatchObject({ corrections: [{ after: { kind: 'split' } }], next: null })
  await api(`/corrections/${latest.corrections[0]?.id}/undo`, {})
  const html = await (await page('/corrections')).text()
  expect(html).toContain('undone by admin')
  expect(html.match(/>\s*Undo\s*</g)).toHaveLength(1)
})
