import { env } from 'cloudflare:workers'
import { freezeIssue } from '../../src/db/issues.ts'
import { newsOf, story } from '../digest/news.ts'

const WEEK_MS = 7 * 86_400_000

type Weekly = { id: string; subject: string; coversUntil: string }

/** Keeps an issue of one story, made as its week ended. */
export async function keepWeekly({ id, subject, coversUntil }: Weekly): Promise<void> {
  await freezeIssue(env.DB, {
    id,
    subject,
    kind: 'weekly',
    hasNews: true,
    coversFrom: new Date(Date.parse(coversUntil) - WEEK_MS).toISOString(),
    coversUntil,
    madeAt: coversUntil,
    html: '',
    text: '',
    news: newsOf([story(1)]),
    contentHash: 'x',
  })
}
