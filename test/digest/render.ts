import { renderIssue } from '../../src/digest/mail/issue.tsx'
import type { IssueNews } from '../../src/issue.ts'

export const PERIOD = { from: '2026-11-13T08:00:00.000Z', until: '2026-11-20T08:00:00.000Z' }

const SETTING = {
  film: 'Glass Harbor 2',
  siteUrl: 'https://status.example',
  timeZone: 'Europe/Berlin',
}

/** The mail of a week with these news. */
export function render(news: IssueNews) {
  return renderIssue({ id: '2026-W47', kind: 'weekly', period: PERIOD, news }, SETTING)
}
