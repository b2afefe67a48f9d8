import { plainDate } from '../day.ts'
import { attribution, stageInShort } from '../digest/mail/words.ts'
import type { IssueStory } from '../issue.ts'

/** One story of an issue's page: its news, who said what, every article of it. */
export function IssueStoryPart({ story, timeZone }: { story: IssueStory; timeZone: string }) {
  return (
    <section>
      <h2>{story.title}</h2>
      {story.summary && <p>{story.summary}</p>}
      {story.statements.map((statement) => (
        <blockquote>
          “{statement.quote}” — {attribution(statement, timeZone)}
        </blockquote>
      ))}
      {story.overclaims.map(({ outlet, headline, claims, supports }) => (
        <p class="small">
          {outlet}’s headline “{headline}” says {stageInShort(claims)}. The people it quotes
          support: {stageInShort(supports)}.
        </p>
      ))}
      <ul>
        {story.articles.map(({ outlet, title, url, published }) => (
          <li>
            <a href={url}>{title}</a> ({outlet}
            {published && `, ${plainDate(published, timeZone)}`})
          </li>
        ))}
      </ul>
    </section>
  )
}
