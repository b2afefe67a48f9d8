import { expect, test } from 'vitest'
import { outletOf } from '../../src/scrape/outlet.ts'
import { topicSchema } from '../../src/topic.ts'
import { sourceOf } from './items/read.ts'
import { TOPIC } from './web.ts'

const KNOWN = topicSchema.parse({
  ...TOPIC,
  outlets: [{ name: 'The Other', domain: 'other.example' }],
})
const NEWS = sourceOf({ url: 'https://feeds.example/news' })
const API = sourceOf({ kind: 'news-api', api: 'gdelt', query: 'Glass Harbor', url: undefined })

test.each([
  ['on the outlet’s own site', 'https://www.news.example/a', null, NEWS, 'News'],
  ['on the site of its feed', 'https://feeds.example/a', 'Feeds', NEWS, 'News'],
  ['on a site that the topic knows', 'https://www.other.example/a', 'Other!', NEWS, 'The Other'],
  ['on a site that says what it is', 'https://third.example/a', 'The Third', NEWS, 'The Third'],
  ['on a site that says nothing', 'https://www.third.example/a', null, NEWS, 'third.example'],
  ['found by an API', 'https://other.example/a', null, API, 'The Other'],
  ['found by an API at its home', 'https://news.example/a', null, API, 'news.example'],
  ['of a source that is gone', 'https://other.example/a', null, undefined, 'The Other'],
])('an article %s is its publisher’s', (_where, url, site, source, outlet) => {
  expect(outletOf(url, site, source, KNOWN)).toBe(outlet)
})
