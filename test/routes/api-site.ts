import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'
import { keepWeekly } from './weekly-issue.ts'

/** A site that has read some news and made an issue. */
export async function apiSite() {
  const { app } = await readNews(NEWS)
  await keepWeekly({
    id: '2026-W09',
    subject: 'Not greenlit & still <talked> of',
    coversUntil: '2026-02-27T08:00:00.000Z',
  })
  return http(app)
}
