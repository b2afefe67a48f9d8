import type { Config } from '../../app.ts'
import type { ArticleLink } from '../../article.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
import type { StatusThen } from '../../db/public/status-then.ts'
import { stageWords } from '../../stage.ts'
import type { Thing } from '../page.data.tsx'
import { siteName } from '../page.name.ts'

/** Properties of schema.org's Movie for the roles of a topic. */
const CREDITS = [
  ['director', 'director'],
  ['producer', 'producer'],
  ['writer', 'author'],
  ['actor', 'actor'],
] as const

/** The site, and how to search it. */
export function siteOf(config: Config): Thing {
  const { siteUrl } = config
  return {
    '@type': 'WebSite',
    name: siteName(config),
    url: siteUrl,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${siteUrl}/search?q={words}`,
      'query-input': 'required name=words',
    },
  }
}

/** The film that is waited for, with who would make it. */
export function movieOf({ topic }: Config, { stage }: StatusThen): Thing {
  const credits = CREDITS.map(([role, property]) => {
    const people = topic.people.filter((person) => person.role === role)
    return [property, people.map(({ name }) => ({ '@type': 'Person', name }))]
  })
  return {
    '@type': 'Movie',
    name: topic.title,
    alternateName: topic.aliases,
    creativeWorkStatus: stageWords(stage),
    ...Object.fromEntries(credits),
  }
}

/** What somebody said, with the article that carries it. */
export function claimOf(statement: PublicStatement): Thing {
  const { quote, evidence, speaker, saidOn, article } = statement
  return {
    '@type': 'Claim',
    text: quote ?? evidence,
    ...(speaker && { author: { '@type': 'Person', name: speaker } }),
    ...(saidOn && { dateCreated: saidOn }),
    appearance: citationOf(article),
  }
}

/** An article, cited. */
export function citationOf(article: Omit<ArticleLink, 'id'>): Thing {
  const { title, url, outlet, published } = article
  return {
    '@type': 'NewsArticle',
    headline: title,
    url,
    publisher: { '@type': 'Organization', name: outlet },
    ...(published && { datePublished: published }),
  }
}
