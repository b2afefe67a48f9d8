import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { takeOver } from '../../src/scrape/gone.ts'
import { articleAt, everything, keep, openShelf, type Printed } from './shelf.ts'

const TEXT = [
  'Director Ines Quarrie sat down with the Lantern and spoke at length about the years since then.',
  '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie told the Lantern.',
  'She said that the crew would come back from every corner of the coast when they are called.',
]
const MORE = '“I would love to make Glass Harbor 2 with the same crew one day,” Quarrie said.'

const FIRST: Printed = { host: 'first.example', text: TEXT, published: '2026-02-01T08:00:00.000Z' }
const COPY: Printed = { host: 'copy.example', text: TEXT, published: '2026-02-02T08:00:00.000Z' }
const REPEAT: Printed = {
  host: 'repeat.example',
  text: [
    'There is word on Glass Harbor 2 from its director, who spoke to the Lantern of late.',
    TEXT[1] ?? '',
  ],
  published: '2026-02-01T12:00:00.000Z',
}

test('one page that is delivered three times at once is one article', async () => {
  const { app, read } = await openShelf()
  await read(FIRST)
  const once = await everything()
  const shelf = await openShelf()
  await Promise.all([keep(app, FIRST), keep(app, FIRST), keep(app, FIRST)])
  await shelf.finish()
  expect(await everything()).toEqual(once)
})

test('articles that come at once end where they do one after the other', async () => {
  const { read } = await openShelf()
  await read(FIRST, REPEAT, COPY)
  const inOrder = await everything()
  const { app, finish } = await openShelf()
  await Promise.all([keep(app, COPY), keep(app, REPEAT), keep(app, FIRST)])
  await finish()
  expect(await everything()).toEqual(inOrder)
})

test('whatever the order in which they come, all ends the same', async () => {
  const { read } = await openShelf()
  await read(FIRST, REPEAT, COPY)
  const inOrder = await everything()
  for (const order of [
    [COPY, REPEAT, FIRST],
    [REPEAT, COPY, FIRST],
    [REPEAT, FIRST, COPY],
    [COPY, FIRST, REPEAT],
  ]) {
    const late = await openShelf()
    for (const one of order) await late.read(one)
    expect(await everything()).toEqual(inOrder)
  }
})

test('a first text and a later one that come at once are one article with one revision', async () => {
  const { app, finish } = await openShelf()
  await Promise.all([keep(app, FIRST), keep(app, { ...FIRST, text: [...TEXT, MORE] })])
  await finish()
  const { results } = await env.DB.prepare(
    'SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM revisions) AS later',
  ).all()
  expect(results).toEqual([{ articles: 1, later: 1 }])
})

test('one revision that is delivered twice at once is one revision', async () => {
  const { app, read, finish, wait } = await openShelf()
  await read(FIRST)
  wait(3600)
  const later = { ...FIRST, text: [...TEXT, MORE] }
  await Promise.all([keep(app, later), keep(app, later)])
  await finish()
  const { results } = await env.DB.prepare('SELECT number FROM revisions').all()
  expect(results).toEqual([{ number: 1 }])
})

test('a copy that comes while its original goes stands for it', async () => {
  const { app, read, finish } = await openShelf()
  await read(FIRST)
  const { id } = await articleAt('first.example')
  await Promise.all([takeOver(app, id, 'HTTP 410'), keep(app, COPY)])
  await finish()
  const copy = await articleAt('copy.example')
  expect(copy).toMatchObject({ duplicateOf: null, storyId: copy.id })
  expect(await articleAt('first.example')).toMatchObject({ duplicateOf: copy.id })
  const { results } = await env.DB.prepare('SELECT article_id FROM quotations').all()
  expect(results).toEqual([{ article_id: copy.id }])
})
