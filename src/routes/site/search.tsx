import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { everybody } from '../../db/public/lists.ts'
import { type Found, search } from '../../db/public/search.ts'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { Day } from '../time.tsx'
import { cached } from './cached.ts'

const FOUND_SHOWN = 10 // of each sort
const LONGEST = 200 // characters of a question

/** Looks for words in headlines, names and quotations. */
export function searchRoutes(app: App): Hono {
  const readPeople = keptReader(app, everybody)
  return new Hono().get('/search', async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, LONGEST)
    const found = words ? await search(app.db, words, FOUND_SHOWN, await readPeople()) : null
    return cached(c, <SearchPage config={app.config} words={words} found={found} />)
  })
}

function SearchPage({
  config,
  words,
  found,
}: {
  config: Config
  words: string
  found: Found | null
}) {
  return (
    <Page
      config={config}
      title={words ? `Search: ${words}` : 'Search'}
      description={`Search the headlines, people and quotations about ${config.topic.title}.`}
      path={words ? undefined : '/search'}
    >
      <h1>Search</h1>
      <search>
        <form method="get" action="/search">
          <label for="q">Words of a headline, a name or a quotation</label>
          <input id="q" name="q" type="search" value={words} maxlength={LONGEST} required />
          <button type="submit">Search</button>
        </form>
      </search>
      {found && <Results found={found} words={words} />}
    </Page>
  )
}

function Results({ found, words }: { found: Found; words: string }) {
  const { articles, people, quotations } = found
  if (articles.length + people.length + quotations.length === 0) {
    return (
      <p role="status">
        Nothing that we read has all of “{words}” in it. Fewer words find more; headlines, names and
        quotations are searched, not whole articles.
      </p>
    )
  }
  return (
    <>
      <People people={people} />
      <Quotations quotations={quotations} />
      <Articles articles={articles} />
    </>
  )
}

function People({ people }: Pick<Found, 'people'>) {
  if (!people.length) return null
  return (
    <section>
      <h2>People</h2>
      <ul class="plain">
        {people.map(({ slug, name, role }) => (
          <li>
            <a href={`/people/${slug}`}>{name}</a>
            <span class="count">{role !== 'other' && ` ${role}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Quotations({ quotations }: Pick<Found, 'quotations'>) {
  if (!quotations.length) return null
  return (
    <section>
      <h2>Quotations</h2>
      {quotations.map(({ slug, words, speaker, moment }) => (
        <figure>
          <blockquote>
            <a href={`/quotes/${slug}`}>“{words}”</a>
          </blockquote>
          <figcaption>
            {speaker ?? 'Somebody unnamed'}, first read <Day at={moment} />
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

function Articles({ articles }: Pick<Found, 'articles'>) {
  if (!articles.length) return null
  return (
    <section>
      <h2>Articles</h2>
      <ul class="plain">
        {articles.map(({ outlet, title, url, published, storyId }) => (
          <li>
            <a href={url}>{title}</a>
            <p class="meta">
              {outlet}, {published ? <Day at={published} /> : 'undated'},{' '}
              <a href={`/stories/${storyId}`}>its story</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
