import { Hono } from 'hono'
import type { App, Config } from '../app.ts'
import { findIssue, type Issue } from '../db/issues.ts'
import { everyIssue } from '../db/public/lists.ts'
import { publicText } from '../digest/mail/issue-text.ts'
import { type IssueFacts, outlineOf } from '../digest/mail/outline.ts'
import { settingOf } from '../digest/setting.ts'
import { ArchivePage, IssuePage } from './issues.pages.tsx'
import { keptReader } from './kept.ts'

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
      return c.html(<IssuePage config={config} issue={issue} facts={factsOf(issue)} />)
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
