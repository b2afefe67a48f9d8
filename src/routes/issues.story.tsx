import { plainDate } from '../day.ts'
import { attribution, stageInShort } from '../digest/mail/words.ts'
import type { IssueStory } from '../issue.ts'

/** One story of an issue's page: its news, who said what, every article of it. */
export function IssueStoryPart({ story, timeZone }: { story: IssueStory; timeZone: string }) {
  return (
    <section>
      <h3>{story.title}</h3>
      {story.isChange && <p class="small">This changed the status.</p>}
      {story.statements.map((statement) => (
        <blockquote>
          “{statement.quote}” — {attribution(statement, timeZone)}
        </blockquote>
      ))}
      {story.overclaims.map(({ outlet, headline, url, claims, supports }) => (
        <p class="small">
          {outlet}’s headline <a href={url}>“{headline}”</a> says {stageInShort(claims)}. The people
          it quotes support: {stageInShort(supports)}.
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
