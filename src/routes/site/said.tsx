import { personSlug } from '../../db/public/slug.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
import { Day } from '../time.tsx'

/** Roles that say nothing of somebody. */
const PLAIN: ReadonlySet<string> = new Set(['other', 'outlet', 'insider'])

/**
 * What somebody said: their words, or what an article reports; who, to whom, when, read where. Where
 * no day of it is known, there is that of the article, beside its outlet.
 */
export function Said({ statement }: { statement: PublicStatement }) {
  const { quote, evidence, givenTo, saidOn, article, fresh, quotation } = statement
  return (
    <figure class={fresh ? 'fresh' : ''}>
      <blockquote cite={article.url}>
        {quote ? `“${quote}”` : `As reported: ${evidence}`}
      </blockquote>
      <figcaption>
        <Speaker statement={statement} />
        {givenTo && `, to ${givenTo}`}
        {saidOn && (
          <>
            , <Day at={saidOn} />
          </>
        )}
        {'. Read at '}
        <a href={article.url}>{article.outlet}</a>
        {!saidOn && article.published && (
          <>
            , <Day at={article.published} />
          </>
        )}
        . {quotation && <a href={`/quotes/${quotation}`}>Every time it was printed</a>}
        {!fresh && <span class="tag">not new</span>}
      </figcaption>
    </figure>
  )
}

/** By name with a way to what else they said; without one, as what they spoke. */
function Speaker({ statement: { speaker, role, article } }: { statement: PublicStatement }) {
  if (!speaker) return role === 'insider' ? 'An insider without a name' : article.outlet
  return (
    <>
      <a href={`/people/${personSlug(speaker)}`}>{speaker}</a>
      {!PLAIN.has(role) && `, ${role}`}
    </>
  )
}
