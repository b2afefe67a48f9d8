import { expect, test } from 'vitest'
import { atom, read, rss } from './read.ts'

test('what a feed asks of its readers is told', async () => {
  const rules = `<ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>x</hour></skipHours>
    <skipDays><day>Sunday</day><day>Someday</day></skipDays>`
  expect(await read(rss(rules))).toMatchObject({
    hints: { ttlSeconds: 5400, skipHours: [0, 0], skipDays: ['Sunday'] },
  })
  const periods =
    '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'
  expect(await read(rss(periods))).toMatchObject({ hints: { ttlSeconds: 43_200 } })
  const paged = atom('', 'xml:base="/x/"').replace(
    '<title>',
    '<link rel="next" href="?p=2"/><title>',
  )
  expect(await read(paged)).toMatchObject({ hints: {} })
  const search = { kind: 'search', url: 'https://news.example/?s=x&paged={page}' }
  expect(await read(paged, search)).toMatchObject({
    hints: { more: ['https://news.example/x/?p=2'] },
  })
})

test('a feed without entries is a feed; a page, a captcha and nothing are not', async () => {
  expect(await read(rss(''))).toMatchObject({ kind: 'items', items: [] })
  expect(await read('<rss version="2.0"/>')).toMatchObject({ kind: 'items', items: [] })
  const page = '<!doctype html><title>Maintenance</title><h1>Back soon</h1>'
  expect(await read(page)).toMatchObject({
    kind: 'broken',
    looksLike: 'page',
    reason: 'no feed: a page: “Maintenance”',
  })
  expect(await read('<html><title>Just a moment...</title>')).toMatchObject({
    looksLike: 'captcha',
  })
  expect(await read(`<html><body>${rss('')}`)).toMatchObject({ kind: 'broken', looksLike: 'page' })
  expect(await read(' \n ')).toMatchObject({ kind: 'broken', looksLike: 'empty' })
  expect(await read('Too many requests')).toMatchObject({ reason: 'no feed: plain text' })
})
