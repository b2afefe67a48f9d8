import { plainDate } from '../day.ts'
import { attribution, stageInShort } from '../digest/mail/words.ts'
import type { IssueStory } from '../issue.ts'

/** One story of an issue's page: its news, who said what, every article of it. */
export function IssueStoryPart({ story, timeZone }: { story: IssueStory; timeZone: string }) {
  return (
    <article class="story">
      <h3>
        <a href={`/stories/${story.id}`}>{story.title}</a>
      </h3>
      {story.isChange && <p class="tag">this changed the status</p>}
      {story.statements.map((statement) => (
        <figure class={statement.fresh ? 'fresh' : ''}>
          <blockquote>“{statement.quote}”</blockquote>
          <figcaption>{attribution(statement, timeZone)}</figcaption>
        </figure>
      ))}
      {story.overclaims.map(({ outlet, headline, url, claims, supports }) => (
        <p class="small loud">
          {outlet}’s headline <a href={url}>“{headline}”</a> says {stageInShort(claims)}. The people
          it quotes support: {stageInShort(supports)}.
        </p>
      ))}
      <ul class="plain">
        {story.articles.map(({ outlet, title, url, published }) => (
          <li>
            <a href={url}>{title}</a>{' '}
            <span class="date">
              {outlet}
              {published && `, ${plainDate(published, timeZone)}`}
            </span>
          </li>
        ))}
      </ul>
    </article>
  )
}
