import type { z } from 'zod'
import { FILTERS, type Filter, type KeptArticle } from '../../db/admin/articles.ts'
import type { SOME_ARTICLES } from './articles.asks.ts'
import type { Listed } from './articles.read.ts'
import { Moment } from './words.tsx'

type Wanted = z.infer<typeof SOME_ARTICLES>
type ArticlesProps = Listed & { wanted: Wanted }

const NAMES: Record<Filter, string> = {
  overclaims: 'headlines that overclaim',
  irrelevant: 'not on the topic',
  duplicates: 'copies',
  gone: 'gone',
  corrected: 'corrected',
}

/** What is kept, latest first, and how to find something in it. */
export function ArticlesView({ articles, next, wanted }: ArticlesProps) {
  return (
    <>
      <form method="get" action="/admin/articles" class="find">
        <label for="find">Address, id or words of the title</label>
        <input type="search" id="find" name="find" value={wanted.find} maxlength={2000} />
        <label for="filter">Only</label>
        <select id="filter" name="filter">
          <option value="">all of them</option>
          {FILTERS.map((filter) => (
            <option value={filter} selected={filter === wanted.filter}>
              {NAMES[filter]}
            </option>
          ))}
        </select>
        <button type="submit">Find</button>
      </form>
      {articles.length ? <Articles articles={articles} /> : <p>Nothing is found here.</p>}
      {next !== null && (
        <p class="pages">
          <a href={`/admin/articles?${queryOf(wanted, next)}`}>Earlier</a>
        </p>
      )}
      <p>
        <a href="/admin/stories">Stories</a> · <a href="/admin/corrections">Corrections</a>
      </p>
    </>
  )
}

function queryOf({ find, filter }: Wanted, after: string): string {
  const fields = Object.entries({ find, filter, after }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(fields as [string, string][]).toString()
}

function Articles({ articles }: { articles: KeptArticle[] }) {
  return (
    <table class="cards brief">
      <thead>
        <tr>
          {['Article', 'Outlet', 'Date, UTC', 'Stage', 'How it is'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr>
            <th scope="row">
              <ArticleLink article={article} />
            </th>
            <td data-name="Outlet">{article.outlet}</td>
            <td data-name="Date">
              <Moment at={article.moment} />
            </td>
            <td data-name="Stage">{article.stage ?? 'none'}</td>
            <td>
              <Marks article={article} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An article by its title. */
export function ArticleLink({ article }: { article: Pick<KeptArticle, 'id' | 'title' | 'url'> }) {
  return <a href={`/admin/articles/${article.id}`}>{article.title || article.url}</a>
}

/** What an article is besides an article. */
export function Marks({ article }: { article: KeptArticle }) {
  const { relevant, overclaims, duplicateOf, goneAt, isCorrected } = article
  return (
    <>
      {!relevant && <span class="tag">not on the topic</span>}{' '}
      {relevant && overclaims && <span class="tag warn">overclaims</span>}{' '}
      {duplicateOf && <span class="tag">copy</span>} {goneAt && <span class="tag warn">gone</span>}{' '}
      {isCorrected && <span class="tag">corrected</span>}
    </>
  )
}
