import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'
import { openWeb } from '../scrape/web.ts'

/** Members of one's own begin with an underscore and a letter. */
const OWN = { '^_[a-zA-Z]': { type: 'object' } }
const URL_TEXT = { type: 'string', format: 'uri', pattern: '^https?://' }
const MOMENT = { type: 'string', format: 'date-time' }
const LANGUAGE = { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$' }

const AUTHORS = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: { type: 'string' }, url: { type: 'string' }, avatar: URL_TEXT },
    minProperties: 1,
    patternProperties: OWN,
    additionalProperties: false,
  },
}

const ATTACHMENT = {
  type: 'object',
  required: ['url', 'mime_type'],
  properties: {
    url: URL_TEXT,
    mime_type: { type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+$' },
    title: { type: 'string' },
    size_in_bytes: { type: 'number', minimum: 0 },
    duration_in_seconds: { type: 'number', minimum: 0 },
  },
}

const ITEM = {
  type: 'object',
  required: ['id'],
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
  properties: {
    id: { type: 'string', minLength: 1 },
    url: URL_TEXT,
    external_url: URL_TEXT,
    title: { type: 'string' },
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: { type: 'string' },
    image: URL_TEXT,
    banner_image: URL_TEXT,
    date_published: MOMENT,
    date_modified: MOMENT,
    authors: AUTHORS,
    tags: { type: 'array', items: { type: 'string' } },
    language: LANGUAGE,
    attachments: { type: 'array', items: ATTACHMENT },
  },
  patternProperties: OWN,
  additionalProperties: false,
}

/** JSON Feed 1.1 as its text has it (https://www.jsonfeed.org/version/1.1/), `author` left behind. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: URL_TEXT,
    feed_url: URL_TEXT,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: URL_TEXT,
    icon: URL_TEXT,
    favicon: URL_TEXT,
    authors: AUTHORS,
    language: LANGUAGE,
    expired: { type: 'boolean' },
    hubs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'url'],
        properties: { type: { type: 'string' }, url: URL_TEXT },
      },
    },
    items: { type: 'array', items: ITEM },
  },
  patternProperties: OWN,
  additionalProperties: false,
}

const isFeed = addFormats(new Ajv2020({ allErrors: true }), ['date-time', 'uri']).compile(JSON_FEED)

type Feed = { items: { id: string }[] }

test('the feed is one by the text of JSON Feed 1.1, full and empty', async () => {
  const empty = await feedOf(openWeb({}).app)
  expect([isFeed(empty), isFeed.errors]).toEqual([true, null])
  expect(empty.items).toEqual([])
  const feed = await feedOf((await readNews(NEWS)).app)
  expect([isFeed(feed), isFeed.errors]).toEqual([true, null])
  expect(feed.items.length).toBeGreaterThan(1)
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
})

async function feedOf(app: Parameters<typeof http>[0]): Promise<Feed> {
  return await (await http(app).request('/feed.json')).json<Feed>()
}

const ENTRY = { id: '1', content_text: 'Words.' }
const GOOD = { version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [ENTRY] }

test.each([
  ['another version', { ...GOOD, version: 'https://jsonfeed.org/version/1' }],
  ['no title', { version: GOOD.version, items: [] }],
  ['an entry without an id', { ...GOOD, items: [{ content_text: 'Words.' }] }],
  ['an entry without content', { ...GOOD, items: [{ id: '1', summary: 'Words.' }] }],
  ['a day for a moment', { ...GOOD, items: [{ ...ENTRY, date_published: '2026-01-05' }] }],
  ['a relative address', { ...GOOD, items: [{ ...ENTRY, url: '/stories/1' }] }],
  ['an author of whom nothing is told', { ...GOOD, authors: [{}] }],
  ['a member that is nobody’s', { ...GOOD, editor: 'Pat' }],
])('%s is no JSON Feed', (_, feed) => {
  expect(isFeed(GOOD)).toBe(true)
  expect(isFeed(feed)).toBe(false)
})
