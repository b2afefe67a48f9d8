import type { IssueNews, IssueStory } from '../../src/issue.ts'

/** A story about a film that nobody has made, with this many articles. */
export function story(number: number, articles = 1): IssueStory {
  return {
    id: `story-${number}`,
    title: `Director Mara Quell speaks of the second tide, part ${number}`,
    original: { outlet: 'The Lantern', url: articleUrl(number, 0) },
    isChange: false,
    isRepeat: false,
    outlets: articles,
    articles: Array.from({ length: articles }, (_, index) => ({
      outlet: index === 0 ? 'The Lantern' : `Outlet ${index}`,
      title: `Glass Harbor 2: Mara Quell & the tide (${number}.${index})`,
      url: articleUrl(number, index),
      published: index === 1 ? null : '2026-11-18T09:30:00Z',
    })),
    statements: [
      {
        speaker: 'Mara Quell',
        role: 'director',
        quote: `We have a draft, and I like it. ${number}`,
        saidOn: '2026-11-17',
        givenTo: 'The Lantern',
        fresh: true,
      },
    ],
    overclaims: [],
  }
}

export function articleUrl(number: number, index: number): string {
  return `https://outlet-${index}.example/film/${number}?a=1&b=2`
}

export function newsOf(stories: IssueStory[]): IssueNews {
  return {
    status: {
      stage: 'development',
      words: 'Not greenlit. The makers say they are working on it.',
      since: '2026-11-17',
      reasons: [
        {
          words: 'Mara Quell to The Lantern: “We have a draft, and I like it.”',
          outlet: 'The Lantern',
          url: articleUrl(1, 0),
          at: '2026-11-17T10:00:00.000Z',
        },
      ],
    },
    previous: { stage: 'development', until: '2026-11-13T08:00:00.000Z' },
    timeline: [
      { from: '2019-02-14T10:00:00.000Z', stage: 'rumored' },
      { from: '2024-03-14T10:00:00.000Z', stage: 'talks' },
      { from: '2026-11-17T10:00:00.000Z', stage: 'development' },
    ],
    lastWord: {
      speaker: 'Mara Quell',
      quote: 'We have a draft, and I like it.',
      at: '2026-11-17T10:00:00.000Z',
      outlet: 'The Lantern',
      url: articleUrl(1, 0),
    },
    outlook: 'The studio says that the film is approved.',
    stories,
    articles: stories.reduce((sum, { articles }) => sum + articles.length, 0),
    duplicates: 0,
  }
}
