import { expect, test } from 'vitest'
import { hasNews } from '../../src/digest/mail/outline.ts'
import { articleUrl, newsOf, story } from './news.ts'
import { PERIOD, render } from './render.ts'

test('a week without news is told in three honest lines', async () => {
  const { subject, text, html } = await render({ ...newsOf([]), articles: 3, duplicates: 3 })
  expect(subject).toBe('Glass Harbor 2: in development, not greenlit – no news this week')
  for (const part of [text, html]) {
    expect(part).toContain('Not greenlit. The makers say they are working on it.')
    expect(part).toContain('We found nothing new on record from 13 November 2026 to 20 November')
    expect(part).toContain('https://status.example/manage?token=')
    expect(part).toContain(
      'We read 3 articles, 3 of them copies of others; none told anything new.',
    )
  }
})

test('a story of years ago that is read only now is not sold as news', async () => {
  const old = story(1)
  old.articles = old.articles.map((article) => ({ ...article, published: '2023-10-04T10:00:00Z' }))
  const alone = await render(newsOf([old]))
  expect(alone.subject).toContain('no news this week')
  expect(alone.text).toContain('We read 1 article; it is of before.')
  const both = await render(newsOf([old, story(2)]))
  expect(both.subject).toMatch(/part 2$/)
  for (const part of [both.html, both.text]) {
    expect(part).toMatch(/part 2.*Older, read for the first time this week.*part 1/s)
  }
})

test('words that were only printed again are no news, and nobody gets a mail for them', async () => {
  const again = { ...story(1), isRepeat: true }
  const news = newsOf([again])
  expect(hasNews(news, PERIOD)).toBe(false)
  const { subject, text, html } = await render(news)
  expect(subject).toContain('no news this week')
  for (const part of [text, html]) {
    expect(part).toMatch(/Said before, printed again this week.*part 1/s)
    expect(part).not.toMatch(/>This week<|^This week$/m)
  }
})

test('old words under a headline that claims more are worth a mail, which says so', async () => {
  const claim = {
    outlet: 'Reel Post',
    headline: 'GLASS HARBOR 2 IS OFFICIAL',
    url: articleUrl(1, 0),
    claims: 'greenlit',
    supports: 'talks',
  } as const
  const news = newsOf([{ ...story(1), isRepeat: true, overclaims: [claim] }])
  expect(hasNews(news, PERIOD)).toBe(true)
  expect((await render(news)).subject).toContain('old words sold as new')
})

test('who gets mail in weeks without news too is offered less, others are not', async () => {
  const quiet = await render(newsOf([]))
  const loud = await render(newsOf([story(1)]))
  expect(quiet.html).toContain('Rather none in weeks like this?')
  expect(quiet.html).toContain('3 days old: Mara Quell, 17 November 2026. Not greenlit.')
  expect(loud.html).not.toContain('Rather none')
})
