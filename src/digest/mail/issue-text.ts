import type { IssueStory } from '../../issue.ts'
import { POSTAL_MARK, TOKEN_MARK } from '../marks.ts'
import type { IssueFacts, IssueSetting } from './issue.tsx'
import {
  attribution,
  emptyWeek,
  leadAndOthers,
  MAX_QUOTES,
  MAX_REASONS,
  plainDate,
  shortQuote,
  stageInShort,
} from './words.ts'

/** The text part of an issue, from the same data as its HTML. */
export function issueText(issue: IssueFacts, setting: IssueSetting, shown: number): string {
  const { news } = issue
  const hidden = news.stories.length - shown
  const blocks = [
    statusText(issue, setting),
    ...(news.stories.length === 0 ? [emptyText(issue, setting)] : []),
    ...news.stories.slice(0, shown).map((story) => storyText(story, setting.timeZone)),
    ...(hidden > 0 ? [`And ${hidden} more: ${setting.siteUrl}/`] : []),
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

function emptyText({ news, period }: IssueFacts, { timeZone }: IssueSetting): string {
  const from = plainDate(period.from, timeZone)
  const until = plainDate(period.until, timeZone)
  return lines(...emptyWeek(news, { from, until }).slice(0, 2))
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
