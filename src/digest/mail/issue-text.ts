import { plainDate } from '../../day.ts'
import type { IssueStatement, IssueStory } from '../../issue.ts'
import { MANAGE_MARK, POSTAL_MARK, TOKEN_MARK } from '../marks.ts'
import { whyLine } from './footer.tsx'
import type { IssueFacts, IssueSetting, Outline } from './outline.ts'
import {
  attribution,
  issueName,
  leadAndOthers,
  MAX_CLAIMS,
  MAX_QUOTES,
  readAt,
  shortQuote,
  shortTitle,
  stageInShort,
  whereAndWhen,
} from './words.ts'

/** The text part of an issue, from the same data as its HTML. */
export function issueText(issue: IssueFacts, setting: IssueSetting, outline: Outline): string {
  const blocks = [...issueBlocks(issue, setting, outline), footerText(issue, setting)]
  return `${blocks.join('\n\n')}\n`
}

/** An issue as text for everyone: what a mail tells, without its links to leave. */
export function publicText(issue: IssueFacts, setting: IssueSetting, outline: Outline): string {
  return `${issueBlocks(issue, setting, outline).join('\n\n')}\n`
}

function issueBlocks(issue: IssueFacts, setting: IssueSetting, outline: Outline): string[] {
  const { siteUrl, timeZone } = setting
  const { lead, parts, hidden } = outline
  return [
    statusText(issue, setting, outline),
    lines(...lead),
    ...parts.flatMap(({ heading, stories }) => [
      underlined(heading),
      ...stories.map((story) => storyText(story, timeZone)),
    ]),
    ...(hidden > 0 ? [`And ${hidden} more: ${siteUrl}/issues/${issue.id}`] : []),
    lines(underlined('What would change it'), issue.news.outlook),
    ...timelineText(issue, timeZone),
  ].filter((block) => block !== '')
}

function statusText(
  issue: IssueFacts,
  { film, timeZone }: IssueSetting,
  { lastWord, reasons }: Outline,
): string {
  const { words, since } = issue.news.status
  return lines(
    `${film} · ${issueName(issue)} · ${plainDate(issue.period.until, timeZone)}`,
    '',
    words,
    since && `Since ${plainDate(since, timeZone)}.`,
    lastWord && `${lastWord.line}${lastWord.words}`,
    lastWord && `  ${lastWord.url}`,
    ...reasons.flatMap((reason) => [
      '',
      `${shortQuote(reason.words)} (${readAt(reason, timeZone)})`,
      `  ${reason.url}`,
    ]),
  )
}

function storyText(story: IssueStory, timeZone: string): string {
  const { lead, others, uncounted } = leadAndOthers(story)
  const { original } = story
  return lines(
    `* ${story.title}`,
    story.isChange && '  This changed the status.',
    ...story.statements.slice(0, MAX_QUOTES).map((one) => quoteText(one, timeZone)),
    ...story.overclaims
      .slice(0, MAX_CLAIMS)
      .map(
        ({ outlet, headline, claims, supports }) =>
          `  ${outlet}’s headline “${headline}” says ${stageInShort(claims)}. ` +
          `The people it quotes support: ${stageInShort(supports)}.`,
      ),
    original && original.outlet !== lead?.outlet && `  First told by ${original.outlet}.`,
    lead && `  ${shortTitle(lead.title)} (${whereAndWhen(lead, timeZone)})\n  ${lead.url}`,
    ...others.map(({ outlet, url }) => `  also ${outlet}: ${url}`),
    uncounted > 0 && `  and ${uncounted} more`,
  )
}

function quoteText(statement: IssueStatement, timeZone: string): string {
  return `  “${shortQuote(statement.quote)}”\n    – ${attribution(statement, timeZone)}`
}

function timelineText({ news }: IssueFacts, timeZone: string): string[] {
  if (news.timeline.length === 0) return []
  const turns = news.timeline.map(
    ({ from, stage }) => `  ${plainDate(from, timeZone)}: ${stageInShort(stage)}`,
  )
  return [lines(underlined('How it went'), ...turns)]
}

function footerText(issue: IssueFacts, setting: IssueSetting): string {
  const { siteUrl } = setting
  return lines(
    '-- ',
    `${whyLine(issue, setting)} at ${siteUrl} and confirmed it.`,
    `Unsubscribe: ${siteUrl}/unsubscribe?token=${TOKEN_MARK}`,
    `Get it less often, or pause: ${siteUrl}/manage?token=${MANAGE_MARK}`,
    `Read on the web: ${siteUrl}/issues/${issue.id}`,
    `Privacy: ${siteUrl}/privacy`,
    POSTAL_MARK,
  )
}

function underlined(heading: string): string {
  return `${heading}\n${'-'.repeat(heading.length)}`
}

function lines(...each: (string | null | false)[]): string {
  return each.filter((line) => line !== null && line !== false).join('\n')
}
