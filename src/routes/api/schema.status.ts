import { z } from '@hono/zod-openapi'
import { articleLink, statement } from './schema.news.ts'
import { count, day, link, moment, next, role, stage } from './schema.words.ts'

export const status = z
  .object({
    topic: z.object({ id: z.string(), title: z.string() }),
    at: z.string().nullable().openapi({ description: 'The day or moment asked for; null: now.' }),
    stage: stage.nullable().openapi({ description: 'Null: nothing on record has been read.' }),
    words: z.string().openapi({ description: 'The answer in a fan’s words.' }),
    tmdb: z.string().nullable().openapi({ description: 'The stage as TMDB calls it.' }),
    imdbPro: z.string().nullable().openapi({ description: 'The stage as IMDbPro calls it.' }),
    since: moment.nullable(),
    because: z.array(statement).openapi({ description: 'The statements that brought it.' }),
    isOnRecord: z.boolean().openapi({
      description: 'Whether somebody answers for it with their name or office.',
    }),
    confirmed: moment.nullable().openapi({
      description: 'When somebody last said on record that it is at this stage.',
    }),
    quietSince: moment.nullable().openapi({
      description: 'When the last word on record was said, where that is more than a year ago.',
    }),
    lastWord: statement
      .nullable()
      .openapi({ description: 'The latest new words on the status, on record.' }),
    sureness: z.object({
      level: z.number().openapi({ type: 'integer', minimum: 0, maximum: 3 }),
      name: z.string(),
      why: z.string(),
      statements: z.array(z.string()).openapi({ description: 'Ids of those it is told from.' }),
    }),
    supporting: z.array(statement).openapi({
      description: 'Statements on record that bear it out, latest first.',
    }),
    opposing: z.array(statement).openapi({
      description: 'Statements on record against it since it came to be, latest first.',
    }),
    confirmedBy: statement.nullable().openapi({ description: 'Who last bore it out, and when.' }),
    sources: z
      .array(
        z.object({
          speaker: z.string().nullable(),
          role,
          outlet: z.string(),
          on: day,
          statement: z.string().openapi({ description: 'Id of the first statement from it.' }),
        }),
      )
      .openapi({ description: 'Independent sources: interviews, not articles. Earliest first.' }),
    daysWithoutNews: z.int().min(0).nullable().openapi({
      description: 'Days of the calendar since the last word on record; null: there is none.',
    }),
    overclaims: z
      .array(z.object({ article: articleLink, claims: stage, supports: stage.nullable() }))
      .openapi({ description: 'Headlines of the week that claim too much, latest first.' }),
    outlook: z.string().openapi({ description: 'What would change it.' }),
    explanation: z.array(z.object({ words: z.string(), statements: z.array(z.string()) })).openapi({
      description: 'Why, sentence by sentence, with the statements that each tells of.',
    }),
    rules: z.object({
      version: z.number().openapi({ type: 'integer', description: 'By which it is told.' }),
      rereading: z
        .object({ done: count, total: count })
        .nullable()
        .openapi({ description: 'How many articles newer rules have read; null: there are none.' }),
    }),
    counts: z.object({
      articles: count,
      duplicates: count,
      stories: count,
      lastReadAt: moment.nullable(),
      changedAt: moment.nullable(),
    }),
  })
  .openapi('Status', { description: 'What the statements support, and why.' })

export const history = z
  .object({
    changes: z.array(
      z.object({
        from: moment,
        stage: stage.nullable(),
        words: z.string(),
        because: z.array(statement),
      }),
    ),
  })
  .openapi('History', { description: 'Every change of the status, earliest first.' })

const source = z
  .object({
    id: z.string(),
    outlet: z.string(),
    home: link,
    kind: z.string(),
    url: z.string(),
    state: z
      .enum(['new', 'ok', 'slow', 'suspect', 'blocked', 'gone', 'paused'])
      .openapi({ description: 'New: it was not looked at yet.' }),
    lastScanAt: moment.nullable(),
    lastOkAt: moment.nullable(),
    lastChangeAt: moment.nullable(),
    nextDueAt: moment.nullable(),
    failures: count,
    lastError: z.string().nullable().openapi({ description: 'The server’s own words, or ours.' }),
  })
  .openapi('Source', { description: 'A place where we look, and how it is.' })

export const sourceList = z.object({ sources: z.array(source) }).openapi('SourceList')

const issue = z
  .object({
    id: z.string(),
    kind: z.enum(['weekly', 'status']),
    subject: z.string(),
    coversUntil: moment,
    url: link,
    json: link,
    text: link,
  })
  .openapi('Issue', { description: 'One digest, as it was sent.' })

export const issueList = z.object({ issues: z.array(issue), next }).openapi('IssueList')

export const problemSchema = z
  .object({
    status: z.number().openapi({ type: 'integer', example: 400 }),
    title: z.string(),
    detail: z.string(),
    errors: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: 'Each parameter that is wrong, and why.' }),
  })
  .openapi('Problem', { description: 'What is wrong, after RFC 9457.' })
