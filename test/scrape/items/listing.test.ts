import { expect, test } from 'vitest'
import { itemsIn, read } from './read.ts'

const SELECT = {
  item: 'article',
  title: 'h2',
  published: { selector: 'time', value: 'datetime' },
  authors: '.by',
  summary: 'p',
}
const LISTING = { kind: 'listing', select: SELECT }
const TEASER = `<article><a href="/a?utm_source=home"><h2>A &amp;\n B</h2></a><p>Short</p>
  <span class="by">By Ann Lee</span><time datetime="2026-03-02T10:00Z">1 h</time></article>`

test('a listing is read by what its entry says stands where', async () => {
  expect(await itemsIn(`<html><body>${TEASER}`, LISTING)).toEqual([
    {
      url: 'https://news.example/a',
      title: 'A & B',
      published: '2026-03-02T10:00:00.000Z',
      updated: null,
      authors: ['Ann Lee'],
      summary: 'Short',
      text: 'Short',
    },
  ])
})

test('a teaser may itself be the link, and a page may say where links lead from', async () => {
  const select = { item: 'a.card', title: 'b', url: { selector: ':scope', value: 'href' } }
  const page = '<base href="https://base.example/x/"><a class="card" href="a"><b>A</b></a>'
  expect(await itemsIn(page, { kind: 'listing', select })).toMatchObject([
    { url: 'https://base.example/x/a', title: 'A' },
  ])
})

test('a teaser without a link is told, and the others are read', async () => {
  const page = `<article><h2>No link</h2></article>${TEASER}`
  expect(await read(page, LISTING)).toMatchObject({
    items: [{ title: 'A & B' }],
    unreadable: ['no link: No link'],
  })
})

test('a listing that was rebuilt is broken, not empty', async () => {
  expect(await read('<html><div class="new">A</div>', LISTING)).toMatchObject({
    kind: 'broken',
    reason: 'a page in which nothing fits “article”',
    looksLike: 'page',
  })
  expect(await read('<html><title>Are you a robot?</title>', LISTING)).toMatchObject({
    kind: 'broken',
    looksLike: 'captcha',
  })
  expect(await read('', LISTING)).toMatchObject({ kind: 'broken', looksLike: 'empty' })
})

test.each(['<div>', '<li><p>a<br>', '<b></i>', '<article><h2><a href=x>y'])(
  'a page of a million “%s” costs no time',
  async (piece) => {
    expect(await read(piece.repeat(1_000_000 / piece.length), LISTING)).toMatchObject({
      kind: 'broken',
    })
  },
)
