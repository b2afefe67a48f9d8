import type { Child } from 'hono/jsx'
import { plainDate } from '../../day.ts'
import type { IssueNews } from '../../issue.ts'
import { POSTAL_MARK, TOKEN_MARK } from '../marks.ts'
import { issueText } from './issue-text.ts'
import { documentOf, Layout, Link } from './layout.tsx'
import { freshStories, OLDER, outlineOf } from './outline.ts'
import { Story } from './story.tsx'
import { STYLE } from './style.ts'
import { counted, MAX_REASONS, shortQuote, subjectOf } from './words.ts'

const MAX_BYTES = 50_000 // of HTML; Gmail cuts a mail at 102 KB
const STORY_COUNTS = [30, 20, 15, 10, 5, 2, 1] // the first that fits; else none, only a link

/** An issue as data. */
export type IssueFacts = { id: string; period: { from: string; until: string }; news: IssueNews }

/** What every issue of this site shares: the film's name, the site's origin, the readers' clock. */
export type IssueSetting = { film: string; siteUrl: string; timeZone: string }

export type RenderedIssue = { subject: string; html: string; text: string }

type PartProps = { issue: IssueFacts; setting: IssueSetting }

type IssueProps = PartProps & { subject: string; shown: number }

/** Renders an issue for all: with marks where a recipient's own token and our address go. */
export async function renderIssue(
  issue: IssueFacts,
  setting: IssueSetting,
): Promise<RenderedIssue> {
  const { status, stories } = issue.news
  const fresh = freshStories(stories, issue.period).length
  const subject = subjectOf(setting.film, status.stage, fresh)
  const render = (shown: number) =>
    documentOf(<IssueMail {...{ issue, setting, subject, shown }} />)
  for (const shown of STORY_COUNTS) {
    const html = await render(shown)
    if (new TextEncoder().encode(html).length > MAX_BYTES) continue
    return { subject, html, text: issueText(issue, setting, shown) }
  }
  return { subject, html: await render(0), text: issueText(issue, setting, 0) }
}

function IssueMail({ issue, setting, subject, shown }: IssueProps) {
  const { news, period } = issue
  const { siteUrl, timeZone } = setting
  const { quiet, fresh, older, hidden } = outlineOf(news, { period, timeZone }, shown)
  const preview = `${news.status.words} ${counted(news.articles, 'article')} read.`
  return (
    <Layout title={subject} preview={preview}>
      <Status issue={issue} setting={setting} />
      {quiet.map((line) => (
        <Line>{line}</Line>
      ))}
      {fresh.map((story) => (
        <Story story={story} timeZone={timeZone} />
      ))}
      {older.length > 0 && <Line>{OLDER}:</Line>}
      {older.map((story) => (
        <Story story={story} timeZone={timeZone} />
      ))}
      {hidden > 0 && (
        <Line>
          And {hidden} more <Link href={`${siteUrl}/`}>on the site</Link>.
        </Line>
      )}
      <Footer issue={issue} setting={setting} />
    </Layout>
  )
}

function Line({ children }: { children: Child }) {
  return (
    <p class="ink" style={STYLE.line}>
      {children}
    </p>
  )
}

function Status({ issue, setting }: PartProps) {
  const { id, period, news } = issue
  const { since, words, reasons } = news.status
  return (
    <>
      <p class="dim" style={STYLE.name}>
        {setting.film} · issue {id} · {plainDate(period.until, setting.timeZone)}
      </p>
      <h1 class="ink" style={STYLE.headline}>
        {words}
      </h1>
      {since && (
        <p class="dim" style={STYLE.dim}>
          Since {plainDate(since, setting.timeZone)}.
        </p>
      )}
      {reasons.slice(0, MAX_REASONS).map((reason) => (
        <p class="dim" style={STYLE.dim}>
          {shortQuote(reason)}
        </p>
      ))}
    </>
  )
}

function Footer({ issue, setting }: PartProps) {
  const { film, siteUrl } = setting
  return (
    <>
      <hr class="rule" style={STYLE.rule} />
      <p class="dim" style={STYLE.dim}>
        You get this once a week because you subscribed to news of {film} at{' '}
        <Link href={`${siteUrl}/`}>{siteUrl}</Link> and confirmed it.
      </p>
      <p class="dim" style={STYLE.dim}>
        <Link href={`${siteUrl}/unsubscribe?token=${TOKEN_MARK}`}>Unsubscribe</Link> ·{' '}
        <Link href={`${siteUrl}/issues/${issue.id}`}>Read on the web</Link> ·{' '}
        <Link href={`${siteUrl}/privacy`}>Privacy</Link>
      </p>
      <p class="dim" style={STYLE.dim}>
        {POSTAL_MARK}
      </p>
    </>
  )
}
