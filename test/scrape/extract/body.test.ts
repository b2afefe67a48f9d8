import { expect, test } from 'vitest'
import { extract } from '../../../src/scrape/extract.ts'

const FIRST =
  'The ferry to the outer islands will run again from Monday, the harbour office said in a note.'
const SECOND =
  'It had been laid up since the autumn storms, when a wave took the better part of its bridge.'
const THIRD =
  'Tickets cost what they cost before, and children under twelve travel with the post for nothing.'

const read = (body: string, head = '') =>
  extract({
    url: 'https://islands.example/ferry',
    html: `<html><head><title>The ferry is back</title>${head}</head><body>${body}</body></html>`,
  })

test('a box between two paragraphs is passed over, and a sub-heading over text is kept', () => {
  const { paragraphs } = read(`<article><h1>The ferry is back</h1><p>${FIRST}</p>
    <div class="newsletter"><h2>Our letter</h2><p>Every Friday we write to you what happened on the islands.</p></div>
    <h2>Since autumn</h2><p>${SECOND}</p><p>${THIRD}</p></article>`)
  expect(paragraphs).toEqual([FIRST, 'Since autumn', SECOND, THIRD])
})

test('the heading of a box goes with the box', () => {
  const { paragraphs } = read(`<article><p>${FIRST}</p><p>${SECOND}</p>
    <h3>Read on the islands</h3><ul class="related"><li><a href="/1">Another story about a wave and a bridge</a></li></ul>
    <p>${THIRD}</p></article>`)
  expect(paragraphs).toEqual([FIRST, SECOND, THIRD])
})

test('a class that the whole text bears is no reason to drop the text', () => {
  const body = [FIRST, SECOND, THIRD].map((text) => `<p class="ad widget">${text}</p>`).join('')
  expect(read(`<div class="sidebar"><h1>The ferry is back</h1>${body}</div>`).paragraphs).toEqual([
    FIRST,
    SECOND,
    THIRD,
  ])
})

test('a class that tells what an element has is no sign of what it is', () => {
  const { paragraphs } = read(`<article><h1>The ferry is back</h1>
    <div class="intro has-caption"><p>${FIRST}</p></div><p>${SECOND}</p><p>${THIRD}</p></article>`)
  expect(paragraphs).toContain(FIRST)
})

test('a line of text under a picture is a caption', () => {
  const { paragraphs } = read(`<article><h1>The ferry is back</h1><p>${FIRST}</p>
    <div><img src="f.jpg"><div>The ferry in the harbour, seen from the office that looks after it all year.</div></div>
    <p>${SECOND}</p></article>`)
  expect(paragraphs).toEqual([FIRST, SECOND])
})

test('a picture in a paragraph does not part it', () => {
  expect(
    read(`<p>${FIRST} <img src="smile.png"> It is true.</p><p>${SECOND}</p>`).paragraphs[0],
  ).toBe(`${FIRST} It is true.`)
})

test('two line breaks part paragraphs, one does not', () => {
  expect(read(`<div>${FIRST}<br>And so on.<br><br>${SECOND}</div>`).paragraphs).toEqual([
    `${FIRST} And so on.`,
    SECOND,
  ])
})

test('ruby stays in its sentence', () => {
  const text =
    '<p>韓国の<ruby><rb>尹錫悦</rb><rp>（</rp><rt>ユンソンニョル</rt><rp>）</rp></ruby>大統領は三日夜、緊急の談話を出した。'
  expect(
    read(text, '<meta property="article:published_time" content="2026-01-01">').paragraphs[0],
  ).toBe('韓国の尹錫悦（ユンソンニョル）大統領は三日夜、緊急の談話を出した。')
})

test('what tells about the author at the end is no text of the article', () => {
  const { paragraphs } = read(
    `<article><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p><p>Ada Brandt writes about ships.</p></article>`,
    '<meta name="author" content="Ada Brandt">',
  )
  expect(paragraphs).toEqual([FIRST, SECOND, THIRD])
})

test('unclosed and crossed tags lose no text', () => {
  const { paragraphs } = read(`<div><p><b>${FIRST}<p>${SECOND}</b></i></span><p><i>${THIRD}</div>`)
  expect(paragraphs).toEqual([FIRST, SECOND, THIRD])
})

test('an unclosed drawing does not swallow the article', () => {
  expect(read(`<svg><path d="M0 0"><p>${FIRST}</p><p>${SECOND}</p>`).paragraphs).toEqual([
    FIRST,
    SECOND,
  ])
})

test('lists of the text stay, lists of links go', () => {
  const { paragraphs } = read(`<div class="text"><h1>The ferry is back</h1><p>${FIRST}</p>
    <ul><li>two crossings a day</li><li>one on Sundays</li></ul>
    <ul><li><a href="/1">The bridge in pictures</a></li><li><a href="/2">All about ferries</a></li></ul>
    <p>${SECOND}</p></div>`)
  expect(paragraphs).toEqual([FIRST, 'two crossings a day', 'one on Sundays', SECOND])
})

test('a standfirst above the body comes first', () => {
  const { paragraphs } = read(`<header><h1>The ferry is back</h1>
    <h2 class="subtitle">After five months on the slip, it sails on Monday</h2><p>Updated 9 February 2026, 10:05</p></header>
    <div class="text"><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></div>`)
  expect(paragraphs).toEqual([
    'After five months on the slip, it sails on Monday',
    FIRST,
    SECOND,
    THIRD,
  ])
})

test('a short line between line breaks stays, a label beside the text goes', () => {
  const { paragraphs } =
    read(`<div class="page"><h1>The ferry is back</h1><div class="label">Advertisement</div>
    <div class="text">${FIRST}<br><br>(It has a new bridge.)<br><br>${SECOND}</div></div>`)
  expect(paragraphs).toEqual([FIRST, '(It has a new bridge.)', SECOND])
})

test('a headline that stands in plain text with its byline is no paragraph', () => {
  const { paragraphs, authors } = read(`<table><tr><td><b>The ferry is back</b><br>
    <font>By R. Tanaka-Boyle (posted July 13, 2023)</font><br><br><p>${FIRST}</p><p>${SECOND}</p></td></tr></table>`)
  expect({ paragraphs, authors }).toEqual({
    paragraphs: [FIRST, SECOND],
    authors: ['R. Tanaka-Boyle'],
  })
})

test('comments are none of the text, however many; what an article is about is no sign', () => {
  const { paragraphs } =
    read(`<main><article class="post tag-video category-newsletter comments-open">
    <h1>The ferry is back</h1><p>${FIRST}</p><p>${SECOND}</p></article>
    <section class="comments">${`<p>${THIRD} I said so long ago.</p><p>Nobody believes that, after all these years.</p>`.repeat(9)}</section></main>`)
  expect(paragraphs).toEqual([FIRST, SECOND])
})

test('a line that names the source of the news stays, one that names its desk goes', () => {
  const { paragraphs } = read(`<article><h1>The ferry is back</h1><p>${FIRST}</p><p>${SECOND}</p>
    <p>Source: Harbour Wire</p><p>Reporting by Ada Brandt; Editing by Noel Okafor</p></article>`)
  expect(paragraphs).toEqual([FIRST, SECOND, 'Source: Harbour Wire'])
})
