import { expect, test } from 'vitest'
import type { IssueNews, LastWord } from '../../src/issue.ts'
import { articleUrl, newsOf, story } from './news.ts'
import { render } from './render.ts'

test('the subject tells the status and what is new, a mail list how somebody put it', async () => {
  const { subject, html } = await render(newsOf([story(1), story(2)]))
  expect(subject).toBe(
    'Glass Harbor 2: in development, not greenlit – Director Mara Quell speaks of the second tide, part 1, and 1 more story',
  )
  expect(html).toMatch(
    /^[^>]+>.*?<body[^>]*><div[^>]*>Director Mara Quell speaks of the second tide, part 1\. “We have a draft, and I like it\. 1” Not greenlit\./s,
  )
})

test('every article of the week is linked in both parts', async () => {
  const { html, text } = await render(newsOf([story(1, 14), story(2, 3), story(3)]))
  for (const [number, count] of [
    [1, 14],
    [2, 3],
    [3, 1],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      expect(html).toContain(`href="${articleUrl(number, index).replace('&', '&amp;')}"`)
      expect(text).toContain(articleUrl(number, index))
    }
  }
})

test('the last word on record is told with its words, and its age by the calendar', async () => {
  const news = newsOf([story(1)])
  const lateEvening = '2026-11-19T22:30:00.000Z' // half past eleven in Berlin, the day before the issue
  const { text } = await render({ ...news, lastWord: wordAt(news, lateEvening) })
  expect(text).toContain(
    'The last word on record is from yesterday: Mara Quell, 19 November 2026: “We have a draft, and I like it.”',
  )
  const pastMidnight = '2026-11-17T23:30:00.000Z' // the 18th in Berlin, 56 hours before
  const older = await render({ ...news, lastWord: wordAt(news, pastMidnight) })
  expect(older.text).toContain('is 2 days old: Mara Quell, 18 November 2026')
})

test('a reason that is the last word itself is told once', async () => {
  const { text, html } = await render(newsOf([story(2)]))
  for (const part of [text, html])
    expect(part.split('We have a draft, and I like it.”')).toHaveLength(2)
})

test('a reason of the status bears the day on which it was published', async () => {
  const { text, html } = await render({ ...newsOf([story(2)]), lastWord: null })
  expect(text).toContain('“We have a draft, and I like it.” (The Lantern, 17 November 2026)')
  expect(html).toContain('The Lantern, 17 November 2026</a>')
})

test('thirty stories stay under 50 KB, and the largest week is cut with a word of it', async () => {
  const week = Array.from({ length: 30 }, (_, number) => story(number, 4))
  const { html } = await render(newsOf(week))
  expect(bytes(html)).toBeLessThan(50_000)
  expect(html).toContain('part 29')
  const flood = Array.from({ length: 100 }, (_, number) => story(number, 20))
  const cut = await render(newsOf(flood))
  expect(bytes(cut.html)).toBeLessThan(50_000)
  const [, hidden] = /And (\d+) more/.exec(cut.html) ?? []
  expect(cut.text).toContain(`And ${hidden} more: https://status.example/issues/2026-W47`)
  expect(cut.html.match(/<h2/g)).toHaveLength(100 - Number(hidden))
})

test('of a story in a thousand articles a mail links twenty more and counts the rest', async () => {
  const { html, text } = await render(newsOf([story(1, 1_000)]))
  expect(bytes(html)).toBeLessThan(50_000)
  for (const part of [html, text]) expect(part).toContain('and 979 more')
  expect(html).toContain('also in 999 articles')
})

test('a story too large for any mail is left to the site', async () => {
  const huge = story(1)
  huge.articles = huge.articles.map((article) => ({
    ...article,
    url: `https://one.example/${'a'.repeat(60_000)}`,
  }))
  const { html, text } = await render(newsOf([huge]))
  expect(bytes(html)).toBeLessThan(50_000)
  expect(text).toContain('And 1 more: https://status.example/issues/2026-W47')
})

test('old words are marked as old, with the date on which they were first said', async () => {
  const old = story(1)
  old.statements = old.statements.map((each) => ({ ...each, fresh: false, saidOn: '2024-03' }))
  const { html, text } = await render(newsOf([old]))
  for (const part of [html, text]) expect(part).toContain('not new, first said March 2024')
})

test('an overclaim is named with what its people support', async () => {
  const loud = story(1)
  loud.overclaims = [
    {
      outlet: 'Noise',
      headline: 'CONFIRMED!',
      url: articleUrl(1, 0),
      claims: 'greenlit',
      supports: 'talks',
    },
  ]
  const { html, text } = await render(newsOf([loud]))
  expect(html).toMatch(/Noise’s headline <a [^>]+>“CONFIRMED!”<\/a> says greenlit\./)
  expect(text).toContain('The people it quotes support: in talks, not greenlit.')
})

test('what publishers write cannot become markup or a link that is none of the web', async () => {
  const hostile = story(1)
  hostile.title = '<script>alert(1)</script>'
  hostile.articles = [
    { outlet: '"><b>', title: '<img src=x>', url: 'javascript:alert(1)', published: null },
  ]
  hostile.original = null
  const { html } = await render(newsOf([hostile]))
  expect(html).not.toMatch(/<script|<img|<b>|javascript:/)
})

test('nothing in a mail is loaded from elsewhere, and it works by day and by night', async () => {
  const { html } = await render(newsOf([story(1)]))
  expect(html).not.toMatch(/<img|<link|url\(|src=/)
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).toContain('prefers-color-scheme:dark')
})

test('an issue says why it comes, how to leave, and who sends it', async () => {
  const { html, text } = await render(newsOf([story(1)]))
  for (const part of [html, text]) {
    expect(part).toContain('because you subscribed')
    expect(part).toContain('https://status.example/unsubscribe?token=')
    expect(part).toContain('https://status.example/privacy')
    expect(part).toContain('https://status.example/issues/2026-W47')
    expect(part).toContain('sender-postal-address')
  }
})

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

function wordAt({ lastWord }: IssueNews, at: string): LastWord | null {
  return lastWord && { ...lastWord, at }
}

test('words that a story tells do not stand above it too', async () => {
  const told = story(1)
  told.statements = told.statements.map((one) => ({
    ...one,
    quote: 'We have a draft, and I like it.',
  }))
  const { text, html } = await render(newsOf([told]))
  expect(text).toContain('3 days old: Mara Quell, 17 November 2026.\n')
  for (const part of [text, html.replace(/^.*?<h1/s, '')])
    expect(part.split('We have a draft, and I like it.')).toHaveLength(2)
})
