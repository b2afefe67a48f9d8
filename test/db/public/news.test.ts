import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { listOutlets } from '../../../src/db/public/outlets.ts'
import { findPerson, listPeople } from '../../../src/db/public/people.ts'
import { listQuotations } from '../../../src/db/public/quotations.list.ts'
import { findQuotation } from '../../../src/db/public/quotations.ts'
import { search } from '../../../src/db/public/search.ts'
import { personSlug } from '../../../src/db/public/slug.ts'
import { listStories } from '../../../src/db/public/stories.ts'
import { findStory, storyOfArticle } from '../../../src/db/public/story.ts'
import { findTotals } from '../../../src/db/public/totals.ts'
import { NEWS, readNews } from './newsroom.ts'

const MANY = 100

beforeAll(async () => {
  await readNews(NEWS)
})

test('the totals are those that counting finds', async () => {
  const counted = await env.DB.prepare(
    `SELECT count(*) AS articles, count(duplicate_of) AS duplicates,
            count(DISTINCT story_id) AS stories, max(read_at) AS lastReadAt,
            max(placed_at) AS changedAt
     FROM articles
     WHERE relevant = 1`,
  ).first()
  expect(await findTotals(env.DB)).toEqual(counted)
  expect(counted).toMatchObject({ articles: NEWS.length, duplicates: 1, stories: 2 })
})

test('a story tells who had it first, who repeats it and why each was joined', async () => {
  const { items } = await listStories(env.DB, { limit: 10 })
  const story = await findStory(env.DB, items[0]?.id ?? '')
  expect(story).toMatchObject({
    title: 'Ines Quarrie to lantern.example: it is being worked on',
    original: 'lantern.example',
    originalArticle: { url: 'https://lantern.example/interview' },
    articles: 3,
    copies: 1,
    overclaims: 1,
  })
  expect(story?.members.map(({ outlet, whyJoined }) => [outlet, whyJoined])).toEqual([
    ['lantern.example', 'The first article that was read of this story.'],
    ['buoy.example', 'It repeats words that the story brought first (100 % the same).'],
    ['mirror.example', 'Its text is that of another article of the story (100 % the same).'],
  ])
  expect(story?.statements.map(({ fresh }) => fresh)).toEqual([true, false])
})

test('an article leads to the story that it belongs to now', async () => {
  const story = (await listStories(env.DB, { limit: 1 })).items[0]
  const members = (await findStory(env.DB, story?.id ?? ''))?.members ?? []
  for (const { id } of members) expect(await storyOfArticle(env.DB, id)).toBe(story?.id)
  expect(await findStory(env.DB, 'nothing')).toBeNull()
})

test('a quotation that comes again keeps its first appearance', async () => {
  const { items } = await listQuotations(env.DB, { limit: 10 })
  expect(items.map(({ moment }) => moment.slice(0, 10))).toEqual(['2026-01-05', '2025-06-01'])
  const quotation = await findQuotation(env.DB, items[0]?.slug ?? '')
  expect(quotation).toMatchObject({ speaker: 'Ines Quarrie', givenTo: 'lantern.example' })
  expect(quotation?.appearances.map(({ outlet, sameness }) => [outlet, sameness])).toEqual([
    ['lantern.example', 1],
    ['buoy.example', 1],
    ['mirror.example', 1],
  ])
  expect(quotation?.appearances[1]?.words).toContain('we’re')
  expect(await findQuotation(env.DB, 'never-said')).toBeNull()
})

test('a person’s statements stand in time, and say which were new', async () => {
  const slug = personSlug('Ines Quarrie')
  const found = await findPerson(env.DB, slug, { limit: MANY })
  expect(found?.person).toMatchObject({ slug, role: 'director', fresh: 2 })
  expect(found?.person).toEqual((await listPeople(env.DB, MANY))[0])
  const said = found?.said.items ?? []
  expect(said.length).toBe(found?.person.statements)
  expect(said.map(({ moment }) => moment)).toEqual(
    said
      .map(({ moment }) => moment)
      .toSorted()
      .toReversed(),
  )
  const brought = said.flatMap(({ quotation }) => quotation ?? [])
  expect(brought.length).toBe(2)
  for (const quotation of brought) {
    expect(await findQuotation(env.DB, quotation)).toMatchObject({ slug: quotation })
  }
  expect(await findPerson(env.DB, 'nobody', { limit: MANY })).toBeNull()
})

test('an outlet is judged by counts: how often first, how late, how often too loud', async () => {
  const outlets = new Map((await listOutlets(env.DB, MANY)).map((one) => [one.name, one]))
  expect(outlets.get('lantern.example')).toMatchObject({ articles: 1, firsts: 1, followed: 0 })
  expect(outlets.get('lantern.example')?.medianHours).toBeNull()
  expect(outlets.get('buoy.example')).toMatchObject({
    articles: 1,
    claims: 1,
    overclaims: 1,
    firsts: 0,
    followed: 1,
    medianHours: 5,
  })
  expect(outlets.get('mirror.example')).toMatchObject({ copies: 1 })
})

test('a search finds headlines, names and quoted words, whatever their accents and case', async () => {
  const people = await listPeople(env.DB, MANY)
  const find = (words: string) => search(env.DB, words, 10, people)
  const cafe = await find('CAFE Harbor')
  expect(cafe.articles.map(({ outlet }) => outlet)).toEqual(['tide.example'])
  const ball = await find('having a ball')
  expect(ball.quotations.map(({ speaker }) => speaker)).toEqual(['Ines Quarrie'])
  const name = await find('quarr')
  expect(name.people.map(({ slug }) => slug)).toEqual(['ines-quarrie'])
  const none = { articles: [], people: [], quotations: [] }
  expect(await find('harbor zeppelin')).toEqual(none)
  expect(await find('" OR 1=1 --')).toEqual(none)
  expect(await find(' … ')).toEqual(none)
})

test('the keys that texts are looked up by are no words', async () => {
  const row = await env.DB.prepare("SELECT keys FROM search_words WHERE kind = 'article'").first<{
    keys: string
  }>()
  const [key = ''] = row?.keys.split(' ') ?? []
  expect(key).not.toBe('')
  expect((await search(env.DB, key, 10, [])).articles).toEqual([])
})
