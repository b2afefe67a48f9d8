import { personSlug } from '../../db/public/slug.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
import { Day } from '../time.tsx'
import { type SaidOnce, saidOnce } from './once.ts'

/** Roles that say nothing of somebody. */
const PLAIN: ReadonlySet<string> = new Set(['other', 'outlet', 'insider'])

/** Who speaks where nobody is named. */
const UNNAMED: Record<PublicStatement['role'], string> = {
  actor: 'An actor',
  author: 'An author',
  director: 'A director',
  insider: 'An insider without a name',
  other: 'Somebody unnamed',
  outlet: 'The outlet itself',
  producer: 'A producer',
  studio: 'The studio',
  writer: 'A writer',
}

/** What was said, each sentence once. */
export function SaidList({ said }: { said: PublicStatement[] }) {
  return (
    <>
      {saidOnce(said).map((one) => (
        <Said said={one} />
      ))}
    </>
  )
}

/**
 * What somebody said: their words, or what an article reports; who, to whom, when, read where. Where
 * no day of it is known, there is that of the article, beside its outlet.
 */
function Said({ said: { statement, speakers } }: { said: SaidOnce }) {
  const { quote, evidence, givenTo, saidOn, article, fresh, quotation } = statement
  return (
    <figure class={fresh ? 'fresh' : ''}>
      <blockquote cite={article.url}>
        {quote ? `“${quote}”` : `As reported: ${evidence}`}
      </blockquote>
      <figcaption>
        {speakers.map((one, i) => (
          <>
            {i > 0 && ', and '}
            <Speaker {...one} />
          </>
        ))}
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

/** Who speaks, in words. */
export function voiceOf({ speaker, role }: Pick<PublicStatement, 'speaker' | 'role'>): string {
  return speaker ?? UNNAMED[role]
}

/** By name with a way to what else they said; without one, as what they spoke. */
function Speaker({ speaker, role }: Pick<PublicStatement, 'speaker' | 'role'>) {
  if (!speaker) return UNNAMED[role]
  return (
    <>
      <a href={`/people/${personSlug(speaker)}`}>{speaker}</a>
      {!PLAIN.has(role) && `, ${role}`}
    </>
  )
}
