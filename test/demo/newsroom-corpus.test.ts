import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startNewsroom } from '../../demo/newsroom/server.ts'
import { article } from './newsroom-visit.ts'

test('a directory without articles is named', async () => {
  const dir = await directory(null)
  await expect(startNewsroom({ corpus: dir })).rejects.toThrow(
    `${join(dir, 'articles.ndjson')}: cannot be read`,
  )
})

test('a file without a line is refused', async () => {
  const dir = await directory('\n\n')
  await expect(startNewsroom({ corpus: dir })).rejects.toThrow('there is no article in it')
})

test('a line that is not JSON is named with its number', async () => {
  const dir = await directory(`${line({})}\n\n{"id": `)
  await expect(startNewsroom({ corpus: dir })).rejects.toThrow('ndjson:3: the line is not JSON')
})

test.for([
  ['a line that is no object', '[]', 'article: '],
  ['a missing title', line({ title: undefined }), 'title: '],
  ['an address that is none', line({ url: 'collider' }), 'url: '],
  ['an address that is not of the web', line({ url: 'ftp://a.example/b' }), 'url: '],
  ['a date in words', line({ published: 'last May' }), 'published: '],
  ['a language that is none', line({ lang: 'English, please' }), 'lang: '],
  ['an empty text', line({ text: ' ' }), 'text: '],
  ['an id that stands there already', line({ url: 'https://a.example/2' }), 'id: '],
  ['an address that stands there already', line({ id: 'b' }), 'url: new has it too'],
])('%s is named with file, line and field', async ([, broken, field]) => {
  const dir = await directory(`${line({})}\n${broken}\n`)
  await expect(startNewsroom({ corpus: dir })).rejects.toThrow(
    `${join(dir, 'articles.ndjson')}:2: ${field}`,
  )
})

test('a later text in the file is served at the address of the former, counted once', async () => {
  const later = line({ id: 'b', revision_of: 'new', text: 'As it is told now.' })
  const dir = await directory(`${line({})}\n${later}\n`)
  const newsroom = await startNewsroom({ corpus: dir })
  onTestFinished(() => newsroom.close())
  const response = await fetch(`${newsroom.url}/new`, {
    headers: { 'x-forwarded-host': 'fresh.localhost:80' },
  })
  expect(await response.text()).toContain('As it is told now.')
  expect(newsroom.articleCount).toBe(1)
})

test('what is published must be an article', async () => {
  const dir = await directory(line({}))
  const newsroom = await startNewsroom({ corpus: dir })
  onTestFinished(() => newsroom.close())
  expect(() => newsroom.publish(article({ url: 'nowhere' }))).toThrow('publish: url: ')
})

function line(given: Record<string, unknown>): string {
  return JSON.stringify({ ...article({}), ...given })
}

async function directory(articles: string | null): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'newsroom-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  if (articles !== null) await writeFile(join(dir, 'articles.ndjson'), articles)
  return dir
}
