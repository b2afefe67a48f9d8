import { plainDate } from '../../day.ts'
import type { IssueArticle, IssueStory } from '../../issue.ts'
import { Link } from './layout.tsx'
import { STYLE } from './style.ts'
import {
  attribution,
  counted,
  leadAndOthers,
  MAX_QUOTES,
  shortQuote,
  stageInShort,
} from './words.ts'

type StoryProps = { story: IssueStory; timeZone: string }

/** One story in a mail: its news, who said what, where to read it. */
export function Story({ story, timeZone }: StoryProps) {
  return (
    <>
      <h2 class="ink" style={STYLE.title}>
        {story.title}
      </h2>
      {story.summary && (
        <p class="ink" style={STYLE.text}>
          {story.summary}
        </p>
      )}
      {story.statements.slice(0, MAX_QUOTES).map((statement) => (
        <blockquote class="ink" style={STYLE.quote}>
          “{shortQuote(statement.quote)}” — {attribution(statement, timeZone)}
        </blockquote>
      ))}
      {story.overclaims.map(({ outlet, headline, claims, supports }) => (
        <p class="dim" style={STYLE.dim}>
          {outlet}’s headline “{headline}” says {stageInShort(claims)}. The people it quotes
          support: {stageInShort(supports)}.
        </p>
      ))}
      <Articles story={story} timeZone={timeZone} />
    </>
  )
}

function Articles({ story, timeZone }: StoryProps) {
  const { lead, others } = leadAndOthers(story)
  const { original } = story
  return (
    <p class="dim" style={STYLE.dim}>
      {original && original.outlet !== lead?.outlet && `First told by ${original.outlet}. `}
      {lead && (
        <>
          <Link href={lead.url}>{lead.title}</Link> ({whereAndWhen(lead, timeZone)})
        </>
      )}
      {others.length > 0 && ` · also in ${counted(others.length, 'article')}: `}
      {others.map(({ outlet, url }, index) => (
        <>
          {index > 0 && ', '}
          <Link href={url}>{outlet}</Link>
        </>
      ))}
    </p>
  )
}

function whereAndWhen({ outlet, published }: IssueArticle, timeZone: string): string {
  return published ? `${outlet}, ${plainDate(published, timeZone)}` : outlet
}
