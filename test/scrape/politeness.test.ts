import { expect, test } from 'vitest'
import { pauseFrom, spacing } from '../../src/scrape/politeness.ts'
import { parseSources } from '../../src/source.ts'
import { openWeb } from './web.ts'

const GDELT = {
  id: 'gdelt',
  kind: 'news-api',
  api: 'gdelt',
  url: 'https://api.example/doc',
  query: 'glass harbor',
  outlet: 'Many outlets',
  home: 'https://api.example/',
  minGapSeconds: 7,
}

test('a news API is left alone as long as it asks for, any other host for two seconds', () => {
  const { app } = openWeb({})
  app.config.sources = parseSources([GDELT])
  const api = new URL('https://api.example/doc?query=x')
  const other = new URL('https://news.example/feed')
  expect(pauseFrom(app, api)).toBe('2026-03-02T10:00:07.000Z')
  expect(pauseFrom(app, other)).toBe('2026-03-02T10:00:02.000Z')
  expect([spacing(app, api), spacing(app, other)]).toEqual([8, 3])
})
