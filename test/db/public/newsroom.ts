import type { App } from '../../../src/app.ts'
import { keepArticle } from '../../../src/scrape/keep.ts'
import { runScrapeJob } from '../../../src/scrape/scrape.ts'
import { openWeb } from '../../scrape/web.ts'

/** A page as it might have been read: where, when and what. */
export type Printed = {
  outlet: string
  slug: string
  title: string
  text: string[]
  published: string | null
  lang?: string
}

const FILLER = 'The harbor film of 2019 still has its friends, and they keep asking about it.'

/** A fictional film whose articles, as given, were read one after the other. */
export async function readNews(printed: Printed[]) {
  const hosts = [...new Set(printed.map(({ outlet }) => outlet))]
  const world = openWeb(
    {},
    hosts.map((host) => `https://${host}/feed`),
  )
  const { db, config } = world.app
  await db.batch(
    config.sources.map(({ id }) =>
      db
        .prepare('INSERT INTO sources (id, next_due_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
        .bind(id, '2026-01-01T00:00:00Z'),
    ),
  )
  for (const page of printed) await keep(world.app, page)
  for (let job = world.jobs.shift(); job; job = world.jobs.shift()) {
    await runScrapeJob(world.app, job)
  }
  return world
}

async function keep(app: App, { outlet, slug, title, text, published, lang = 'en' }: Printed) {
  await keepArticle(app, {
    sourceId: outlet.replaceAll('.', '-'),
    url: `https://${outlet}/${slug}`,
    readFrom: 'page',
    done: () => [app.db.prepare('SELECT 1')],
    extract: {
      kind: 'article',
      reason: null,
      canonicalUrl: null,
      site: outlet,
      title,
      authors: ['Pat Ember'],
      published,
      modified: null,
      isZoneAssumed: false,
      lang,
      paragraphs: [...text, FILLER],
    },
  })
}

const INTERVIEW = [
  'Director Ines Quarrie spoke to us about Glass Harbor 2 in her studio by the sea.',
  '“We are writing the script of Glass Harbor 2 right now and we are having a ball,” Quarrie told us.',
]

/** An interview, a repeat of its words under a loud headline, a copy of it, and an older wish. */
export const NEWS: Printed[] = [
  {
    outlet: 'lantern.example',
    slug: 'interview',
    title: 'Ines Quarrie talks about Glass Harbor 2',
    text: INTERVIEW,
    published: '2026-01-05T08:00:00Z',
  },
  {
    outlet: 'buoy.example',
    slug: 'repeat',
    title: 'Glass Harbor 2 is officially greenlit',
    text: [
      'There is word on Glass Harbor 2 from its director, who spoke to the Lantern.',
      '“We are writing the script of Glass Harbor 2 right now and we’re having a ball,” said Ines Quarrie.',
    ],
    published: '2026-01-05T13:00:00Z',
  },
  {
    outlet: 'mirror.example',
    slug: 'copy',
    title: 'Ines Quarrie talks about Glass Harbor 2, again',
    text: INTERVIEW,
    published: '2026-01-06T08:00:00Z',
  },
  {
    outlet: 'tide.example',
    slug: 'wish',
    title: 'A café chat about Glass Harbor 2',
    text: [
      'Ines Quarrie was asked about Glass Harbor 2 at a festival of short films in the north.',
      '“I would love to make Glass Harbor 2 with the same crew one day,” Quarrie said.',
    ],
    published: '2025-06-01T10:00:00Z',
  },
]
