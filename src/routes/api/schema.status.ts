import { z } from '@hono/zod-openapi'
import { statement } from './schema.news.ts'
import { count, link, moment, next, stage } from './schema.words.ts'

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
      description: 'Since when nobody said anything on record, where that is more than a year.',
    }),
    lastWord: statement.nullable().openapi({ description: 'The latest new words on record.' }),
    outlook: z.string().openapi({ description: 'What would change it.' }),
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

export const source = z
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

export const issue = z
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
