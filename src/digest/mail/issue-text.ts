import { plainDate } from '../../day.ts'
import type { IssueStory } from '../../issue.ts'
import { POSTAL_MARK, TOKEN_MARK } from '../marks.ts'
import type { IssueFacts, IssueSetting } from './issue.tsx'
import { OLDER, outlineOf } from './outline.ts'
import {
  attribution,
  leadAndOthers,
  MAX_QUOTES,
  MAX_REASONS,
  shortQuote,
  stageInShort,
} from './words.ts'

/** The text part of an issue, from the same data as its HTML. */
export function issueText(issue: IssueFacts, setting: IssueSetting, shown: number): string {
  const { news, period } = issue
  const { siteUrl, timeZone } = setting
  const { quiet, fresh, older, hidden } = outlineOf(news, { period, timeZone }, shown)
  const blocks = [
    statusText(issue, setting),
    ...(quiet.length > 0 ? [lines(...quiet)] : []),
    ...fresh.map((story) => storyText(story, timeZone)),
    ...(older.length > 0 ? [`${OLDER}:`] : []),
    ...older.map((story) => storyText(story, timeZone)),
    ...(hidden > 0 ? [`And ${hidden} more: ${siteUrl}/`] : []),
    footerText(issue, setting),
  ]
  return `${blocks.join('\n\n')}\n`
}

function statusText({ id, period, news }: IssueFacts, { film, timeZone }: IssueSetting): string {
  const { words, since, reasons } = news.status
  return lines(
    `${film} · issue ${id} · ${plainDate(period.until, timeZone)}`,
    '',
    words,
    since && `Since ${plainDate(since, timeZone)}.`,
    ...reasons.slice(0, MAX_REASONS).map(shortQuote),
  )
}

function storyText(story: IssueStory, timeZone: string): string {
  const { lead, others } = leadAndOthers(story)
  return lines(
    `* ${story.title}`,
    story.summary,
    ...story.statements
      .slice(0, MAX_QUOTES)
      .map(
        (statement) => `  "${shortQuote(statement.quote)}" -- ${attribution(statement, timeZone)}`,
      ),
    ...story.overclaims.map(
      ({ outlet, headline, claims, supports }) =>
        `  ${outlet}'s headline "${headline}" says ${stageInShort(claims)}. ` +
        `The people it quotes support: ${stageInShort(supports)}.`,
    ),
    lead && `  ${lead.outlet}: ${lead.url}`,
    ...others.map(({ outlet, url }) => `  also ${outlet}: ${url}`),
  )
}

function footerText({ id }: IssueFacts, { film, siteUrl }: IssueSetting): string {
  return lines(
    '-- ',
    `You get this once a week because you subscribed to news of ${film} at ${siteUrl} and confirmed it.`,
    `Unsubscribe: ${siteUrl}/unsubscribe?token=${TOKEN_MARK}`,
    `Read on the web: ${siteUrl}/issues/${id}`,
    `Privacy: ${siteUrl}/privacy`,
    POSTAL_MARK,
  )
}

function lines(...each: (string | null | false)[]): string {
  return each.filter((line) => line !== null && line !== false).join('\n')
}
