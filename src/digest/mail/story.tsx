import type { IssueStatement, IssueStory } from '../../issue.ts'
import { Link } from './layout.tsx'
import { STYLE } from './style.ts'
import {
  attribution,
  counted,
  leadAndOthers,
  MAX_CLAIMS,
  MAX_QUOTES,
  shortQuote,
  shortTitle,
  stageInShort,
  whereAndWhen,
} from './words.ts'

type StoryProps = { story: IssueStory; timeZone: string }

/** One story in a mail: its news, who said what, where to read it. */
export function Story({ story, timeZone }: StoryProps) {
  return (
    <>
      {story.isChange && (
        <p class="turn" style={STYLE.turn}>
          This changed the status
        </p>
      )}
      <h2 class="ink" style={STYLE.title}>
        {shortTitle(story.title)}
      </h2>
      {story.statements.slice(0, MAX_QUOTES).map((statement) => (
        <Quote statement={statement} timeZone={timeZone} />
      ))}
      {story.overclaims.slice(0, MAX_CLAIMS).map(({ outlet, headline, url, claims, supports }) => (
        <p class="claim" style={STYLE.claim}>
          {outlet}’s headline <Link href={url}>“{shortTitle(headline)}”</Link> says{' '}
          {stageInShort(claims)}. The people it quotes support: {stageInShort(supports)}.
        </p>
      ))}
      <Articles story={story} timeZone={timeZone} />
    </>
  )
}

/** What somebody said; words that are not new look it. */
function Quote({ statement, timeZone }: { statement: IssueStatement; timeZone: string }) {
  return (
    <blockquote
      class={statement.fresh ? 'ink' : 'dim'}
      style={statement.fresh ? STYLE.quote : STYLE.old}
    >
      “{shortQuote(statement.quote)}”
      <br />
      <span class="dim" style={STYLE.by}>
        {attribution(statement, timeZone)}
      </span>
    </blockquote>
  )
}

function Articles({ story, timeZone }: StoryProps) {
  const { lead, others, uncounted } = leadAndOthers(story)
  const { original } = story
  return (
    <p class="dim" style={STYLE.small}>
      {original && original.outlet !== lead?.outlet && `First told by ${original.outlet}. `}
      {lead && (
        <>
          <Link href={lead.url}>{shortTitle(lead.title)}</Link> ({whereAndWhen(lead, timeZone)})
        </>
      )}
      {others.length > 0 && ` · also in ${counted(others.length + uncounted, 'article')}: `}
      {others.map(({ outlet, url }, index) => (
        <>
          {index > 0 && ', '}
          <Link href={url}>{outlet}</Link>
        </>
      ))}
      {uncounted > 0 && ` and ${uncounted} more`}
    </p>
  )
}
