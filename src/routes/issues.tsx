import { Hono } from 'hono'
import type { App, Config } from '../app.ts'
import { plainDate } from '../day.ts'
import { findIssue, type Issue, latestIssues } from '../db/issues.ts'
import { datesOf, OLDER, outlineOf } from '../digest/mail/outline.ts'
import { IssueStoryPart } from './issues.story.tsx'
import { Page } from './page.tsx'

const ARCHIVE = 260 // issues: five years

/** The archive, and each issue as it was frozen, to read on the web. */
export function issueRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/issues', async (c) => {
      const issues = await latestIssues(app.db, ARCHIVE)
      return c.html(<ArchivePage config={config} issues={issues} />)
    })
    .get('/issues/:id', async (c) => {
      const issue = await findIssue(app.db, c.req.param('id'))
      return issue ? c.html(<IssuePage config={config} issue={issue} />) : c.notFound()
    })
}

type ArchiveProps = { config: Config; issues: Pick<Issue, 'id' | 'subject' | 'coversUntil'>[] }

function ArchivePage({ config, issues }: ArchiveProps) {
  return (
    <Page config={config} title="All issues">
      <h1>All issues</h1>
      {issues.length === 0 && <p>The first one is yet to come.</p>}
      <ul>
        {issues.map(({ id, subject, coversUntil }) => (
          <li>
            <a href={`/issues/${id}`}>{subject}</a>{' '}
            <time datetime={coversUntil}>{plainDate(coversUntil, config.digest.timeZone)}</time>
          </li>
        ))}
      </ul>
      <p>
        <a href="/subscribe">Get it by mail</a>
      </p>
    </Page>
  )
}

function IssuePage({ config, issue }: { config: Config; issue: Issue }) {
  const { timeZone } = config.digest
  const { status } = issue.news
  const period = { from: issue.coversFrom, until: issue.coversUntil }
  const { quiet, fresh, older } = outlineOf(issue.news, { period, timeZone })
  const { from, until } = datesOf(period, timeZone)
  return (
    <Page config={config} title={issue.subject}>
      <p class="small">
        Issue {issue.id} · {from} to {until}
      </p>
      <h1>{status.words}</h1>
      {status.since && <p>Since {plainDate(status.since, timeZone)}.</p>}
      {[...status.reasons, ...quiet].map((line) => (
        <p>{line}</p>
      ))}
      {fresh.map((story) => (
        <IssueStoryPart story={story} timeZone={timeZone} />
      ))}
      {older.length > 0 && <p>{OLDER}:</p>}
      {older.map((story) => (
        <IssueStoryPart story={story} timeZone={timeZone} />
      ))}
      <p>
        <a href="/issues">All issues</a> · <a href="/subscribe">Get it by mail</a>
      </p>
    </Page>
  )
}
