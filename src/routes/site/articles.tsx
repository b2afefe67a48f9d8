import type { Child } from 'hono/jsx'
import { Heads } from '../heads.tsx'
import { Day } from '../time.tsx'

type Shown = { published: string | null; outlet: string; url: string; title: string }

type ArticleTableProps<A extends Shown> = {
  articles: A[]
  /** What is remarkable of one, beside its headline. */
  marks: (article: A) => Child
  /** The last column: its name, and what it says of one. */
  last: [name: string, words: (article: A) => string]
}

/** Articles in time: when, where and under which headline each was printed, and one thing more. */
export function ArticleTable<A extends Shown>({ articles, marks, last }: ArticleTableProps<A>) {
  const [name, words] = last
  return (
    <table class="cards">
      <Heads names={['When', 'Outlet', 'Headline', name]} />
      <tbody>
        {articles.map((article) => (
          <tr>
            <td class="quiet">{article.published ? <Day at={article.published} /> : 'undated'}</td>
            <td>{article.outlet}</td>
            <td class="wide">
              <a href={article.url}>{article.title}</a> {marks(article)}
            </td>
            <td class="wide" data-name={name}>
              {words(article)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
