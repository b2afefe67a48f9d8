import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Case } from '../../scripts/corrections/cases.ts'
import { markRelevance, mergeStories, undoCorrection } from '../../src/scrape/correct.ts'
import { emberfall } from '../status/emberfall.ts'
import { type Gold, scoreReading } from '../status/score.ts'
import { by, corrected, TALK } from './corrections/world.ts'
import { run } from './setup/account.ts'

test('each correction that stands is a case, with what was said and what is shown', async () => {
  const { app, state, ids, finish } = await corrected()
  await markRelevance(app, { articleId: ids.wish, relevant: false, by })
  await finish()
  const cases = await exported(state)
  expect(cases.map(({ corrected: { act } }) => act)).toEqual([
    'split article',
    'correct statement',
    'mark irrelevant',
  ])
  const [split, statement, irrelevant] = cases
  expect(split?.corrected).toMatchObject({ article: ids.copy, after: { story: ids.copy } })
  expect(split?.articles.map(({ id }) => id).sort()).toEqual([ids.talk, ids.copy].sort())
  expect(split?.gold.articles[ids.copy]).toMatchObject({ story: ids.copy, duplicate_of: null })
  expect(split?.gold.articles[ids.talk]).toMatchObject({ story: ids.talk, relevant: true })
  expect(statement?.gold.articles[ids.talk]?.stage).toBe('greenlit')
  expect(statement?.gold.articles[ids.talk]?.statements).toMatchObject([
    { quote: 'We are writing the script of Emberfall 2 right now', stage: 'greenlit' },
  ])
  expect(irrelevant?.gold.articles[ids.wish]).toMatchObject({
    ...{ relevant: false, story: null, stage: null, statements: [] },
  })
  expect(split?.articles[0]).toMatchObject({
    ...{ topic: emberfall.id, outlet: 'Film Daily', title: 'Renn Talks Emberfall 2' },
    ...{ byline: 'Pat Ember', text: TALK.join('\n\n'), revision_of: null },
  })
})

test('a merge is told with both stories, and what was undone is no case', async () => {
  const { app, state, ids, finish } = await corrected()
  const merged = await mergeStories(app, { storyId: ids.wish, into: ids.talk, by })
  await finish()
  const merge = (await exported(state)).find(({ corrected: { act } }) => act === 'merge stories')
  expect(merge?.gold.articles[ids.wish]?.story).toBe(ids.talk)
  expect(Object.keys(merge?.gold.articles ?? {})).toContain(ids.talk)
  if (merged.kind === 'corrected') await undoCorrection(app, { id: merged.id, by })
  expect((await exported(state)).map(({ corrected: { act } }) => act)).not.toContain(
    'merge stories',
  )
})

test('cases make a corpus that is read and scored as the others are', async () => {
  const { state, topic } = await corrected()
  const corpus = mkdtempSync(join(tmpdir(), 'corpus-'))
  const { code, stdout } = await run([
    ...['scripts/corrections.ts', '--state', state, '--topic', topic, '--corpus', corpus],
  ])
  expect([code, stdout]).toEqual([0, `2 cases in ${corpus}\n`])
  const gold: Gold = JSON.parse(readFileSync(join(corpus, 'gold.json'), 'utf8'))
  const lines = readFileSync(join(corpus, 'articles.ndjson'), 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual(Object.keys(gold.articles).sort())
  const read = execFileSync(
    process.execPath,
    ['scripts/read.ts', '--topic', join(corpus, 'topic.json')],
    { input: readFileSync(join(corpus, 'articles.ndjson')), encoding: 'utf8' },
  )
  const articles = read
    .split('\n')
    .filter((line) => line.startsWith('{"id"'))
    .map((line) => JSON.parse(line))
  expect(articles).toHaveLength(2)
  const { relevance, duplicates, stage } = scoreReading(gold, articles, [])
  expect({ relevance, duplicates, stage }).toEqual({ relevance: 1, duplicates: 0, stage: 0.5 })
})

test('an article whose text is gone is told without it, and left out of a corpus', async () => {
  const { app, state, topic, ids } = await corrected()
  await app.db.prepare("UPDATE articles SET text = '' WHERE id = ?1").bind(ids.talk).run()
  const [split] = await exported(state)
  expect(split?.articles.find(({ id }) => id === ids.talk)?.text).toBe('')
  const corpus = mkdtempSync(join(tmpdir(), 'corpus-'))
  const { stdout } = await run([
    ...['scripts/corrections.ts', '--state', state, '--topic', topic, '--corpus', corpus],
  ])
  expect(stdout).toBe(`2 cases in ${corpus}, without 1 articles whose text is not kept\n`)
})

test('the deployed database is asked the same by wrangler', async () => {
  const { state, file } = await corrected()
  const wrangler = join(import.meta.dirname, 'archive/d1-stand-in.mjs')
  const { code, stdout, stderr } = await run(
    ['scripts/corrections.ts', '--remote', '--wrangler', wrangler],
    { STAND_IN_DATABASE: file },
  )
  expect([code, stderr]).toEqual([0, ''])
  const told = stdout.replaceAll('"topic":"alita-2"', `"topic":"${emberfall.id}"`)
  expect(casesIn(told)).toEqual(await exported(state))
})

test('where no database is, it says so', async () => {
  const { code, stderr } = await run(['scripts/corrections.ts', '--state', '/nowhere'])
  expect([code, stderr]).toEqual([1, '/nowhere holds 0 databases; one is needed.\n'])
})

async function exported(state: string): Promise<Case[]> {
  const topic = join(state, 'topic.json')
  const { code, stdout, stderr } = await run([
    ...['scripts/corrections.ts', '--state', state, '--topic', topic],
  ])
  expect([code, stderr]).toEqual([0, ''])
  return casesIn(stdout)
}

function casesIn(ndjson: string): Case[] {
  return ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
