import type { StorySummary } from '../../db/public/stories.ts'
import { Day } from '../time.tsx'

/** One story in a list: what it says in our words, when it began, who had it first, how many told it. */
export function StoryCard({ story }: { story: StorySummary }) {
  const { id, title, moment, original, articles, copies, overclaims, outlets, first } = story
  return (
    <article class="story">
      <h3>
        <a href={`/stories/${id}`}>{title}</a>
      </h3>
      <p class="meta">
        {!first.published && 'Undated, read '}
        <Day at={moment} />. First told by {original ?? first.outlet}.{' '}
        {articles === 1 ? 'One article' : `${articles} articles`}
        {outlets.length > 1 && ` at ${outlets.length} outlets`}
        {copies > 0 && `, ${copies} with the same text`}.{' '}
        {overclaims > 0 && (
          <span class="tag warn">
            {overclaims === 1
              ? 'a headline claims more than was said'
              : `${overclaims} headlines claim more than was said`}
          </span>
        )}
      </p>
    </article>
  )
}
