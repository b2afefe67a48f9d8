import type { Config } from '../app.ts'
import { plainDate } from '../day.ts'
import type { Issue, ListedIssue } from '../db/issues.ts'
import { datesOf, type IssueFacts, type Outline, outlineOf } from '../digest/mail/outline.ts'
import { issueName, readAt } from '../digest/mail/words.ts'
import { settingOf } from '../digest/setting.ts'
import { stageWords } from '../stage.ts'
import { IssueStoryPart } from './issues.story.tsx'
import { Page } from './page.tsx'
import { Ladder } from './site/ladder.tsx'

/** Every issue, latest first. */
export function ArchivePage({ config, issues }: { config: Config; issues: ListedIssue[] }) {
  const { title } = config.topic
  return (
    <Page
      config={config}
      title="All issues"
      description={`Every issue of the mail about ${title}: what was really said in a week, and by whom.`}
      path="/issues"
    >
      <h1>All issues</h1>
      <p class="lede">
        What was really said in a week, and by whom. <a href="/subscribe">Get it by mail</a>.
      </p>
      {issues.length === 0 && <p>The first one is yet to come.</p>}
      <ol class="changes">
        {issues.map(({ id, subject, coversUntil }) => (
          <li>
            <time datetime={coversUntil}>{plainDate(coversUntil, config.digest.timeZone)}</time>
            <a href={`/issues/${id}`}>{subject}</a>
          </li>
        ))}
      </ol>
    </Page>
  )
}

type IssuePageProps = { config: Config; issue: Issue; facts: IssueFacts }

/** One issue as it was frozen, with the way to its other forms. */
export function IssuePage({ config, issue: { id, subject }, facts }: IssuePageProps) {
  const { timeZone } = config.digest
  const outline = outlineOf(facts, settingOf(config))
  const { lead, parts } = outline
  return (
    <Page
      config={config}
      title={subject}
      description={`${facts.news.status.words} ${lead.join(' ')}`}
      path={`/issues/${id}`}
      stage={facts.news.status.stage}
    >
      <IssueHead facts={facts} outline={outline} timeZone={timeZone} />
      {lead.map((line) => (
        <p>{line}</p>
      ))}
      {parts.map(({ heading, stories }) => (
        <section>
          <h2>{heading}</h2>
          {stories.map((story) => (
            <IssueStoryPart story={story} timeZone={timeZone} />
          ))}
        </section>
      ))}
      <h2>What would change it</h2>
      <p>{facts.news.outlook}</p>
      <History facts={facts} timeZone={timeZone} />
      <p class="ways">
        <a href="/subscribe">Get it by mail</a> <a href="/issues">All issues</a>{' '}
        <a href={`/issues/${id}.txt`}>This issue as text</a>{' '}
        <a href={`/issues/${id}.json`}>as JSON</a>
      </p>
    </Page>
  )
}

type FactsProps = { facts: IssueFacts; timeZone: string }

function IssueHead({ facts, outline, timeZone }: FactsProps & { outline: Outline }) {
  const { news, period } = facts
  const { words, stage, since } = news.status
  const { lastWord, reasons } = outline
  const { from, until } = datesOf(period, timeZone)
  return (
    <section class="answer">
      <p class="kicker">
        <a href="/issues">Issues</a> · {issueName(facts)} ·{' '}
        {news.previous ? `${from} to ${until}` : `up to ${until}`}
      </p>
      <h1>{words}</h1>
      <Ladder stage={stage} />
      <p class="lede">
        {since && `Since ${plainDate(since, timeZone)}. `}
        {lastWord && <a href={lastWord.url}>{lastWord.line}</a>}
        {lastWord?.words}
      </p>
      {reasons.map((reason) => (
        <p class="prose">
          {reason.words} (<a href={reason.url}>{readAt(reason, timeZone)}</a>)
        </p>
      ))}
    </section>
  )
}

/** Each change of the status until then. */
function History({ facts: { news }, timeZone }: FactsProps) {
  if (!news.timeline.length) return null
  return (
    <section>
      <h2>How it went</h2>
      <ol class="changes">
        {news.timeline.map(({ from, stage }) => (
          <li>
            <time datetime={from}>{plainDate(from, timeZone)}</time> {stageWords(stage)}
          </li>
        ))}
      </ol>
    </section>
  )
}
