import type { IssueNews, IssueStory } from '../../src/issue.ts'

/** News of a film that nobody has made: so many stories of four articles and two quotations. */
export function newsOf(stories: number): IssueNews {
  return {
    status: {
      stage: 'development',
      words: 'Not greenlit. The makers say they are working on it.',
      since: '2026-11-17T10:00:00.000Z',
      reasons: [],
    },
    previous: { stage: 'talks', until: '2026-11-13T08:00:00.000Z' },
    timeline: [
      { from: '2019-02-14T10:00:00.000Z', stage: 'rumored' },
      { from: '2024-03-14T10:00:00.000Z', stage: 'talks' },
      { from: '2026-11-17T10:00:00.000Z', stage: 'development' },
    ],
    lastWord: null,
    outlook: 'The studio, or a producer speaking for it, says that the film is approved.',
    stories: Array.from({ length: stories }, (_, nth) => storyOf(nth)),
    articles: stories * 4,
    duplicates: 0,
  }
}

function storyOf(nth: number): IssueStory {
  const said = { role: 'director', saidOn: '2026-11-17', givenTo: 'The Lantern', fresh: true }
  const quote = `We have a draft, and I like it; number ${nth} is the one that we keep.`
  return {
    id: `story-${nth}`,
    title: `Mara Quell to The Lantern: it is being worked on (${nth})`,
    original: null,
    isRepeat: false,
    isChange: nth === 0,
    outlets: 4,
    articles: Array.from({ length: 4 }, (_, index) => ({
      outlet: `Outlet ${index}`,
      title: `Glass Harbor 2: Mara Quell & the tide, and what she says of it (${nth}.${index})`,
      url: `https://outlet-${index}.example/film/news/2026/11/glass-harbor-2-mara-quell-${nth}`,
      published: '2026-11-18T09:30:00Z',
    })),
    statements: [
      { ...said, speaker: 'Mara Quell', quote },
      { ...said, speaker: 'Ivo Brandt', quote: quote.toUpperCase(), role: 'producer' },
    ],
    overclaims: [],
  }
}
