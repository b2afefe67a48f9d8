import { z } from '@hono/zod-openapi'
import { count, day, link, modality, moment, next, role, stage } from './schema.words.ts'

const said = {
  id: z.string(),
  speaker: z.string().nullable().openapi({ description: 'Null where no name is given.' }),
  role,
  quote: z.string().nullable().openapi({ description: 'As printed; null for a paraphrase.' }),
  evidence: z.string().openapi({ description: 'The passage that was read.' }),
  givenTo: z.string().nullable().openapi({ description: 'To which outlet it was said first.' }),
  saidOn: day.nullable(),
  stage: stage.nullable(),
  modality,
  rule: z.string().openapi({ description: 'Name of the rule that read it.' }),
  recalled: z.boolean().openapi({ description: 'The article itself tells it as past.' }),
  fresh: z.boolean().openapi({ description: 'No earlier article carries it.' }),
}

/** An article by what links to it. */
export const articleLink = z
  .object({
    id: z.string(),
    outlet: z.string(),
    title: z.string(),
    url: link,
    published: moment.nullable(),
  })
  .openapi('ArticleLink')

export const statement = z
  .object({
    ...said,
    moment,
    storyId: z.string(),
    quotation: z.string().nullable().openapi({
      description: 'The quotation that it brought first: see /api/v1/quotes/{slug}.',
    }),
    article: articleLink,
  })
  .openapi('Statement', { description: 'Who says what about the status of the film.' })

const join = z
  .object({
    method: z.enum([
      'founded',
      'revision',
      'copy',
      'quotation',
      'interview',
      'event',
      'source',
      'corrected',
    ]),
    score: z.number().openapi({ minimum: 0, maximum: 1 }),
    partner: z.string().nullable(),
  })
  .openapi('Join', { description: 'How an article came to its story.' })

export const article = z
  .object({
    id: z.string(),
    sourceId: z.string(),
    outlet: z.string(),
    title: z.string(),
    url: link,
    authors: z.array(z.string()),
    published: moment.nullable().openapi({ description: 'Null where the page bears no date.' }),
    modified: moment.nullable(),
    lang: z.string().nullable(),
    readFrom: z.enum(['page', 'feed']),
    readAt: moment,
    moment: moment.openapi({ description: 'When it counts: published, else first seen.' }),
    why: z.string().openapi({ description: 'Why it is taken to be on the film.' }),
    stage: stage.nullable().openapi({ description: 'What the people quoted support.' }),
    headlineStage: stage.nullable().openapi({ description: 'What the headline claims.' }),
    overclaims: z.boolean().openapi({ description: 'The headline claims more than was said.' }),
    duplicateOf: z.string().nullable().openapi({ description: 'Whose text it copies.' }),
    storyId: z.string(),
    storyJoin: join,
    whyJoined: z.string().openapi({ description: 'Why it belongs to its story, in one sentence.' }),
    original: z.string().nullable().openapi({ description: 'Outlet that had the news first.' }),
    statements: z.array(z.object(said).openapi('StatementOfArticle')),
  })
  .openapi('Article')

export const storySummary = z
  .object({
    id: z.string().openapi({ description: 'Id of the article that founded it.' }),
    title: z.string().openapi({ description: 'What it says, in our words.' }),
    moment,
    speaker: z.string().nullable(),
    original: z.string().nullable(),
    stage: stage.nullable(),
    articles: count,
    copies: count,
    overclaims: count,
    outlets: z.array(z.object({ name: z.string(), articles: count })),
    first: articleLink.extend({ lang: z.string().nullable() }).openapi('FirstArticle'),
  })
  .openapi('Story', { description: 'The articles whose news is the same.' })

export const story = storySummary
  .extend({
    members: z.array(article).openapi({ description: 'Earliest first, fifty at most.' }),
    statements: z.array(statement),
    originalArticle: articleLink.omit({ id: true }).nullable(),
  })
  .openapi('StoryInFull')

export const articleList = z.object({ articles: z.array(article), next }).openapi('ArticleList')
export const statementList = z
  .object({ statements: z.array(statement), next })
  .openapi('StatementList')
export const storyList = z.object({ stories: z.array(storySummary), next }).openapi('StoryList')
