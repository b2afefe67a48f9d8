import { Hono } from 'hono'
import type { App } from '../../app.ts'
import { ArticleView } from './article.page.tsx'
import * as acts from './articles.acts.ts'
import { GONE, INTO, ONE, RELEVANCE, SOME_ARTICLES, STATEMENT } from './articles.asks.ts'
import { ArticlesView } from './articles.page.tsx'
import { readArticle, readArticles } from './articles.read.ts'
import { trouble } from './trouble.ts'
import { type AdminHono, act, show } from './twin.tsx'

/** Articles: why each was read and joined so, and what an admin says against it. */
export function articleRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/articles',
    asks: SOME_ARTICLES,
    read: ({ wanted }) => readArticles(app, wanted),
    title: () => 'Articles',
    view: (listed, { wanted }) => <ArticlesView {...listed} wanted={wanted} />,
    head: Styles,
  })
  show(hono, app, {
    path: '/articles/:id',
    asks: ONE,
    read: async ({ wanted: { id } }) =>
      (await readArticle(app, id)) ?? trouble(404, 'Unknown article', `None has the id "${id}".`),
    title: ({ article }) => article.title,
    view: (explained) => <ArticleView {...explained} />,
    head: Styles,
  })
  const of = (what: string) => `/articles/:id/${what}`
  act(hono, app, { path: of('split'), asks: ONE, act: (asked) => acts.split(app, asked) })
  act(hono, app, { path: of('move'), asks: INTO, act: (asked) => acts.move(app, asked) })
  act(hono, app, { path: of('relevance'), asks: RELEVANCE, act: (one) => acts.relevance(app, one) })
  act(hono, app, { path: of('original'), asks: ONE, act: (asked) => acts.original(app, asked) })
  act(hono, app, { path: of('gone'), asks: GONE, act: (asked) => acts.gone(app, asked) })
  act(hono, app, {
    path: of('statements/:number'),
    asks: STATEMENT,
    act: (asked) => acts.statement(app, asked),
  })
  return hono
}

/** What the pages of news look like. */
export function Styles() {
  return <link rel="stylesheet" href="/admin-news.css" />
}
