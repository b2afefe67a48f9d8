import { Hono } from 'hono'
import type { App, Config } from '../app.ts'
import { plainDate } from '../day.ts'
import { findIssue, type Issue, type ListedIssue } from '../db/issues.ts'
import { everyIssue } from '../db/public/lists.ts'
import { publicText } from '../digest/mail/issue-text.ts'
import { datesOf, type IssueFacts, outlineOf } from '../digest/mail/outline.ts'
import { lastWordLine, lastWords, readAt, stageInShort } from '../digest/mail/words.ts'
import { settingOf } from '../digest/setting.ts'
import { IssueStoryPart } from './issues.story.tsx'
import { keptReader } from './kept.ts'
import { Page } from './page.tsx'

const CACHE = 'public, max-age=3600' // an issue never changes

/** The archive, and each issue as it was frozen: as a page, as text and as data. */
export function issueRoutes(app: App): Hono {
  const { config } = app
  const readIssues = keptReader(app, everyIssue)
  return new Hono()
    .get('/issues', async (c) => {
      return c.html(<ArchivePage config={config} issues={await readIssues()} />)
    })
    .get('/issues/:file', async (c) => {
      const [, id, form] = /^([\w-]+?)(\.txt|\.json)?$/.exec(c.req.param('file')) ?? []
      const issue = id ? await findIssue(app.db, id) : null
      if (!issue) return c.notFound()
      c.header('cache-control', CACHE)
      if (form === '.json') return c.json(issueData(issue))
      if (form === '.txt') return c.text(textOf(config, issue))
      return c.html(<IssuePage config={config} issue={issue} />)
    })
}

/** An issue for programs, without its mail. */
function issueData({ id, kind, coversFrom, coversUntil, madeAt, subject, news, ...rest }: Issue) {
  const { contentHash } = rest
  return { id, kind, coversFrom, coversUntil, madeAt, subject, contentHash, ...news }
}

function textOf(config: Config, issue: Issue): string {
  const [facts, setting] = [factsOf(issue), settingOf(config)]
  return publicText(facts, setting, outlineOf(facts, setting))
}

function factsOf({ id, kind, news, coversFrom, coversUntil }: Issue): IssueFacts {
  return { id, kind, news, period: { from: coversFrom, until: coversUntil } }
}

function ArchivePage({ config, issues }: { config: Config; issues: ListedIssue[] }) {
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
  const facts = factsOf(issue)
  const { lead, parts } = outlineOf(facts, settingOf(config))
  return (
    <Page config={config} title={issue.subject}>
      <IssueHead facts={facts} timeZone={timeZone} />
      {lead.map((line) => (
        <p>{line}</p>
      ))}
      {parts.map(({ heading, stories }) => (
        <>
          <h2>{heading}</h2>
          {stories.map((story) => (
            <IssueStoryPart story={story} timeZone={timeZone} />
          ))}
        </>
      ))}
      <h2>What would change it</h2>
      <p>{facts.news.outlook}</p>
      <p class="small">
        This issue as <a href={`/issues/${issue.id}.txt`}>text</a> and{' '}
        <a href={`/issues/${issue.id}.json`}>JSON</a> · <a href="/issues">All issues</a> ·{' '}
        <a href="/subscribe">Get it by mail</a>
      </p>
    </Page>
  )
}

function IssueHead({ facts, timeZone }: { facts: IssueFacts; timeZone: string }) {
  const { id, news, period } = facts
  const { words, since, reasons } = news.status
  const { from, until } = datesOf(period, timeZone)
  const word = lastWordLine(news.lastWord, period.until, timeZone)
  return (
    <>
      <p class="small">
        Issue {id} · {news.previous ? `${from} to ${until}` : `up to ${until}`}
      </p>
      <h1>{words}</h1>
      <p>
        {since && `Since ${plainDate(since, timeZone)}. `}
        {news.lastWord ? <a href={news.lastWord.url}>{word}</a> : word}
        {lastWords(news.lastWord)}
      </p>
      {reasons.map((reason) => (
        <p>
          {reason.words} (<a href={reason.url}>{readAt(reason, timeZone)}</a>)
        </p>
      ))}
      <ul>
        {news.timeline.map((turn) => (
          <li>
            {plainDate(turn.from, timeZone)}: {stageInShort(turn.stage)}
          </li>
        ))}
      </ul>
    </>
  )
}
