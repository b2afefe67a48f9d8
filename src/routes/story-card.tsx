import type { ListedArticle } from '../db/listing.ts'
import type { ShownStatement } from '../db/status.ts'
import { storyTitle } from '../status/story-title.ts'
import { Day } from './time.tsx'

const QUOTES_SHOWN = 2

/** One story: what it says in our words, who said it, and every outlet that printed it. */
export function StoryCard({
  articles,
  statements,
}: {
  /** Latest first. */
  articles: ListedArticle[]
  statements: ShownStatement[]
}) {
  const inTime = articles.toReversed()
  const ids = new Set(inTime.filter(({ duplicateOf }) => !duplicateOf).map(({ id }) => id))
  const said = statements.filter(({ article }) => ids.has(article.id))
  const original = inTime.find((article) => article.original)?.original
  const stage = inTime.find((article) => article.stage)?.stage ?? null
  return (
    <article class="story">
      <h3>{storyTitle(said, stage, inTime[0]?.title ?? '')}</h3>
      {original && <p class="original">First told by {original}.</p>}
      <Quotes statements={said} />
      <ul>
        {inTime.map((article) => (
          <ArticleLine article={article} />
        ))}
      </ul>
    </article>
  )
}

function Quotes({ statements }: { statements: ShownStatement[] }) {
  const quoted = statements.filter(({ quote, speaker, fresh }) => quote && speaker && fresh)
  return (
    <>
      {quoted.slice(0, QUOTES_SHOWN).map(({ quote, speaker }) => (
        <blockquote>
          “{quote}” <span class="speaker">{speaker}</span>
        </blockquote>
      ))}
    </>
  )
}

function ArticleLine({ article }: { article: ListedArticle }) {
  const { outlet, title, url, published, duplicateOf, overclaims } = article
  return (
    <li>
      <span class="outlet">{outlet}</span>{' '}
      <span class="date">{published ? <Day at={published} /> : 'undated'}</span>{' '}
      <a href={url}>{title}</a>
      {duplicateOf && <span class="tag">same text</span>}
      {overclaims && <span class="tag warn">headline claims more than was said</span>}
    </li>
  )
}
