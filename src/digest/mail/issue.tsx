import type { Child } from 'hono/jsx'
import { plainDate } from '../../day.ts'
import { MANAGE_MARK } from '../marks.ts'
import { Footer } from './footer.tsx'
import { issueText } from './issue-text.ts'
import { documentOf, Layout, Link } from './layout.tsx'
import { type IssueFacts, type IssueSetting, type Outline, outlineOf } from './outline.ts'
import { Ladder, Timeline } from './picture.tsx'
import { Story } from './story.tsx'
import { STYLE } from './style.ts'
import { issueName, readAt, shortQuote } from './words.ts'

const MAX_BYTES = 49_000 // of HTML, less than 50 KB with a recipient's own tokens filled in
const STORY_COUNTS = [30, 25, 20, 15, 10, 5, 2, 1] // the first that fits; else none, only a link

export type RenderedIssue = { subject: string; html: string; text: string }

type PartProps = { issue: IssueFacts; setting: IssueSetting }

/** Renders an issue for all: with marks where a recipient's own tokens and our address go. */
export async function renderIssue(
  issue: IssueFacts,
  setting: IssueSetting,
): Promise<RenderedIssue> {
  for (const shown of STORY_COUNTS) {
    const outline = outlineOf(issue, setting, shown)
    const html = await documentOf(<IssueMail {...{ issue, setting, outline }} />)
    if (new TextEncoder().encode(html).length > MAX_BYTES) continue
    return { subject: outline.subject, html, text: issueText(issue, setting, outline) }
  }
  const outline = outlineOf(issue, setting, 0)
  const html = await documentOf(<IssueMail {...{ issue, setting, outline }} />)
  return { subject: outline.subject, html, text: issueText(issue, setting, outline) }
}

function IssueMail({ issue, setting, outline }: PartProps & { outline: Outline }) {
  const { outlook } = issue.news
  const { siteUrl, timeZone } = setting
  const { subject, preview, lead, parts, hidden, isQuiet } = outline
  return (
    <Layout title={subject} preview={preview}>
      <Status issue={issue} setting={setting} outline={outline} />
      {lead.map((line) => (
        <p class="ink" style={STYLE.lead}>
          {line}
        </p>
      ))}
      {isQuiet && (
        <p class="dim" style={STYLE.dim}>
          Rather none in weeks like this?{' '}
          <Link href={`${siteUrl}/manage?token=${MANAGE_MARK}`}>Get it less often</Link>.
        </p>
      )}
      {parts.map(({ heading, stories }) => (
        <>
          <Heading>{heading}</Heading>
          {stories.map((story) => (
            <Story story={story} timeZone={timeZone} />
          ))}
        </>
      ))}
      {hidden > 0 && (
        <p class="ink" style={STYLE.lead}>
          And {hidden} more <Link href={`${siteUrl}/issues/${issue.id}`}>on the site</Link>.
        </p>
      )}
      <Heading>What would change it</Heading>
      <p class="ink" style={STYLE.lead}>
        {outlook}
      </p>
      <Way issue={issue} setting={setting} />
      <Footer issue={issue} setting={setting} />
    </Layout>
  )
}

function Heading({ children }: { children: Child }) {
  return (
    <p class="dim rule" style={STYLE.part}>
      {children}
    </p>
  )
}

function Status({ issue, setting, outline }: PartProps & { outline: Outline }) {
  const { since, words, stage } = issue.news.status
  const { film, timeZone } = setting
  const { lastWord, reasons } = outline
  return (
    <>
      <p class="dim" style={STYLE.name}>
        {film} · {issueName(issue)} · {plainDate(issue.period.until, timeZone)}
      </p>
      <h1 class="ink" style={STYLE.headline}>
        {words}
      </h1>
      <Ladder stage={stage} />
      <p class="dim" style={STYLE.dim}>
        {since && `Since ${plainDate(since, timeZone)}. `}
        {lastWord && <Link href={lastWord.url}>{lastWord.line}</Link>}
        {lastWord?.words}
      </p>
      {reasons.map((reason) => (
        <p class="dim" style={STYLE.dim}>
          {shortQuote(reason.words)} (<Link href={reason.url}>{readAt(reason, timeZone)}</Link>)
        </p>
      ))}
    </>
  )
}

/** The way of the status until now. */
function Way({ issue, setting }: PartProps) {
  const { news, period } = issue
  if (news.timeline.length === 0) return null
  return (
    <>
      <Heading>How it went</Heading>
      <Timeline timeline={news.timeline} until={period.until} timeZone={setting.timeZone} />
    </>
  )
}
