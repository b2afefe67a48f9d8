import type { AccountThen } from '../../db/public/account-then.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
import { SaidList } from './said.tsx'
import { counted } from './words.ts'

const SHOWN = 5 // statements on each side

/**
 * Why the status is what it is, sentence by sentence, each with the articles that it rests on; less
 * what the answer above tells.
 */
export function Explanation({ account }: { account: AccountThen }) {
  const { because, supporting, opposing, lastWord, sureness } = account
  const explanation = account.explanation.filter(({ words }) => words !== sureness.why)
  if (explanation.length === 0) return null
  const told = [...because, ...supporting, ...opposing, ...(lastWord ? [lastWord] : [])]
  const byId = new Map(told.map((one) => [one.id, one]))
  return (
    <section>
      <h2>How we know</h2>
      <ul>
        {explanation.map(({ words, statements }) => (
          <li>
            {words} <Links statements={statements.flatMap((id) => byId.get(id) ?? [])} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Links({ statements }: { statements: PublicStatement[] }) {
  const articles = [...new Map(statements.map(({ article }) => [article.url, article])).values()]
  return (
    <span class="small">
      {articles.length > 0 && 'Read at '}
      {articles.map(({ url, outlet }, i) => (
        <>
          {i > 0 && ', '}
          <a href={url}>{outlet}</a>
          {articles.slice(0, i).some((before) => before.outlet === outlet) && ' again'}
        </>
      ))}
    </span>
  )
}

/** What bears the status out beside what brought it, and what speaks against it. */
export function Sides({ account: { because, supporting, opposing } }: { account: AccountThen }) {
  const brought = new Set(because.map(({ id }) => id))
  return (
    <>
      <Side name="Also for it" said={supporting.filter(({ id }) => !brought.has(id))} />
      <Side name="Against it" said={opposing} />
    </>
  )
}

function Side({ name, said }: { name: string; said: PublicStatement[] }) {
  if (said.length === 0) return null
  return (
    <section>
      <h2>{name}</h2>
      <SaidList said={said.slice(0, SHOWN)} />
    </section>
  )
}

/** Headlines of the week that claim more than their articles tell. */
export function Overclaims({ account: { overclaims } }: { account: AccountThen }) {
  if (overclaims.length === 0) return null
  return (
    <section>
      <h2>Too loud that week</h2>
      <ul>
        {overclaims.map(({ article, claims, supports }) => (
          <li>
            <a href={article.url}>{article.title}</a>, {article.outlet}: the headline says {claims},
            the people quoted {supports ?? 'nothing of the kind'}.
          </li>
        ))}
      </ul>
    </section>
  )
}

/** While the rules have changed, by which ones this is told. */
export function RulesNote({ account: { rules } }: { account: AccountThen }) {
  if (!rules.rereading) return null
  const { done, total } = rules.rereading
  return (
    <p class="small">
      Our rules for reading have changed. What we keep is being read again: {done} of{' '}
      {counted(total, 'article')} so far. Until all are, this is the status by the rules before.
    </p>
  )
}
