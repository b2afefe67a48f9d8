import { env } from 'cloudflare:workers'
import { freezeIssue } from '../../src/db/issues.ts'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'
import { newsOf, story } from '../digest/news.ts'

/** A site that has read some news and made an issue. */
export async function apiSite() {
  const { app } = await readNews(NEWS)
  await freezeIssue(env.DB, {
    id: '2026-W09',
    kind: 'weekly',
    hasNews: true,
    coversFrom: '2026-02-20T08:00:00.000Z',
    coversUntil: '2026-02-27T08:00:00.000Z',
    madeAt: '2026-02-27T08:00:01.000Z',
    subject: 'Not greenlit & still <talked> of',
    html: '',
    text: '',
    news: newsOf([story(1)]),
    contentHash: 'x',
  })
  return http(app)
}
