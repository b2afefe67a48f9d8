import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { listCorrections } from '../../src/db/corrections.ts'
import { unplace } from '../../src/db/places.ts'
import {
  type Corrected,
  correctStatement,
  markGone,
  markOriginal,
  markRelevance,
  mergeStories,
  moveArticle,
  splitArticle,
  undoCorrection,
} from '../../src/scrape/correct.ts'
import { INTERVIEW, REPEAT, STORIES } from './printed.ts'
import { articleAt, everything, openShelf } from './shelf.ts'

const by = 'editor'

async function openStories() {
  const shelf = await openShelf()
  await shelf.read(...STORIES)
  /** Places everything anew by the rules, as after a change of them. */
  const again = async () => {
    const { results } = await env.DB.prepare('SELECT id FROM articles ORDER BY moment DESC').all<{
      id: string
    }>()
    const ids = results.map(({ id }) => id)
    await unplace(env.DB, ids).run()
    for (const articleId of ids) shelf.jobs.push({ kind: 'place', articleId })
    await shelf.finish()
  }
  return { ...shelf, again }
}

test('an article that is split out stays out, whatever is placed again', async () => {
  const { app, finish, again } = await openStories()
  const { id } = await articleAt('repeat.example')
  await splitArticle(app, { articleId: id, by })
  await finish()
  expect(await articleAt('repeat.example')).toMatchObject({ storyId: id, join: 'corrected' })
  await again()
  expect((await articleAt('repeat.example')).storyId).toBe(id)
})

test('where the founder is split out, the rest goes on without it', async () => {
  const { app, finish, again, read } = await openStories()
  const [first, repeat] = [await articleAt('first.example'), await articleAt('repeat.example')]
  await read({ host: 'third.example', text: REPEAT.toReversed() })
  await splitArticle(app, { articleId: first.id, by })
  await finish()
  await again()
  expect((await articleAt('first.example')).storyId).toBe(first.id)
  expect((await articleAt('repeat.example')).storyId).toBe(repeat.id)
  expect((await articleAt('third.example')).storyId).toBe(repeat.id)
})

test('merged stories are one, and so is what joins them later', async () => {
  const { app, finish, again, read } = await openStories()
  const [wish, first] = [await articleAt('wish.example'), await articleAt('first.example')]
  await mergeStories(app, { storyId: first.id, into: wish.id, by })
  await finish()
  await read({ host: 'late.example', slug: 'b', text: ['Quarrie spoke once more.', ...REPEAT] })
  await again()
  for (const host of ['wish.example', 'first.example', 'repeat.example'])
    expect((await articleAt(host)).storyId).toBe(wish.id)
  expect((await articleAt('late.example', 'b')).storyId).toBe(wish.id)
})

test('an article that is moved is in the other story alone', async () => {
  const { app, finish, again } = await openStories()
  const [wish, first] = [await articleAt('wish.example'), await articleAt('first.example')]
  const { id } = await articleAt('repeat.example')
  await moveArticle(app, { articleId: id, into: wish.id, by })
  await finish()
  await again()
  expect((await articleAt('repeat.example')).storyId).toBe(wish.id)
  expect((await articleAt('first.example')).storyId).toBe(first.id)
})

test('each correction can be undone, and then all is as before', async () => {
  const { app, finish, read } = await openStories()
  await read({ host: 'copy.example', text: INTERVIEW, published: '2026-02-03T08:00:00.000Z' })
  const before = await everything()
  const [wish, first, repeat, copy] = [
    await articleAt('wish.example'),
    await articleAt('first.example'),
    await articleAt('repeat.example'),
    await articleAt('copy.example'),
  ]
  const acts: (() => Promise<Corrected>)[] = [
    () => splitArticle(app, { articleId: repeat.id, by }),
    () => splitArticle(app, { articleId: first.id, by }),
    () => mergeStories(app, { storyId: first.id, into: wish.id, by }),
    () => moveArticle(app, { articleId: repeat.id, into: wish.id, by }),
    () => markRelevance(app, { articleId: first.id, relevant: false, by }),
    () => markOriginal(app, { articleId: copy.id, by }),
    () => markGone(app, { articleId: first.id, isGone: true, by }),
    () => correctStatement(app, { statementId: `${first.id}#0`, change: { isStruck: true }, by }),
  ]
  for (const act of acts) {
    const done = await act()
    await finish()
    expect(await everything()).not.toEqual(before)
    if (done.kind !== 'corrected') throw new Error(done.kind)
    await undoCorrection(app, { id: done.id, by })
    await finish()
    expect(await everything()).toEqual(before)
  }
  const log = await listCorrections(env.DB)
  expect(log.map(({ undoneBy }) => undoneBy)).toEqual(acts.map(() => by))
}, 30_000)

test('what is marked as not on the topic tells nothing, and its words first appear elsewhere', async () => {
  const { app, finish, again } = await openStories()
  const { id } = await articleAt('first.example')
  await markRelevance(app, { articleId: id, relevant: false, by })
  await finish()
  await again()
  expect(await articleAt('first.example')).toMatchObject({ relevant: 0, storyId: null })
  const repeat = await articleAt('repeat.example')
  expect(repeat.storyId).toBe(repeat.id)
  const { results } = await env.DB.prepare(
    "SELECT article_id FROM quotations WHERE key LIKE '%writing%'",
  ).all()
  expect(results).toEqual([{ article_id: repeat.id }])
})

test('a corrected statement stays corrected through a revision', async () => {
  const { app, finish, read, wait } = await openStories()
  const { id } = await articleAt('first.example')
  await correctStatement(app, { statementId: `${id}#0`, change: { stage: 'talks' }, by })
  await finish()
  expect(await stagesOf(id)).toEqual(['talks'])
  wait(3600)
  await read({
    host: 'first.example',
    text: [...INTERVIEW, 'The Lantern has added this line.'],
    published: '2026-02-01T08:00:00.000Z',
  })
  expect(await stagesOf(id)).toEqual(['talks'])
})

test('a correction is kept with who, when, what and how it was', async () => {
  const { app } = await openStories()
  const { id } = await articleAt('first.example')
  await correctStatement(app, { statementId: `${id}#0`, change: { stage: 'talks' }, by })
  expect(await listCorrections(env.DB, { articleId: id })).toMatchObject([
    {
      by,
      at: '2026-03-02T10:00:00.000Z',
      articleId: id,
      before: { relevant: true, storyId: id, statement: { stage: 'development' } },
      after: { kind: 'statement', change: { stage: 'talks' } },
      undoneAt: null,
    },
  ])
})

test('what cannot be is refused in words', async () => {
  const { app } = await openStories()
  const { id } = await articleAt('wish.example')
  expect(await splitArticle(app, { articleId: id, by })).toEqual({
    kind: 'refused',
    reason: 'It is a story of its own already.',
  })
  expect(await mergeStories(app, { storyId: id, into: id, by })).toMatchObject({ kind: 'refused' })
  expect(await splitArticle(app, { articleId: 'nobody', by })).toEqual({ kind: 'unknown' })
})

async function stagesOf(articleId: string) {
  const { results } = await env.DB.prepare(
    'SELECT stage FROM statements WHERE article_id = ?1 AND quote IS NOT NULL ORDER BY id',
  )
    .bind(articleId)
    .all<{ stage: string }>()
  return results.map(({ stage }) => stage)
}
