import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { everybody } from '../../db/public/lists.ts'
import type { Page as ListPage } from '../../db/public/page.ts'
import { type PublicPerson, personOf } from '../../db/public/people.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
import { listStatements } from '../../db/public/statements.ts'
import { cursorOf } from '../cursor.ts'
import { Heads } from '../heads.tsx'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { Day } from '../time.tsx'
import { cached } from './cached.ts'
import { Pages } from './pages.tsx'
import { SaidList } from './said.tsx'
import { counted } from './words.ts'

const SAID_A_PAGE = 20

/** Who has spoken, and what each has said, in time. */
export function peopleRoutes(app: App): Hono {
  const { db, config } = app
  const readPeople = keptReader(app, everybody)
  return new Hono()
    .get('/people', async (c) => cached(c, <People config={config} people={await readPeople()} />))
    .get('/people/:slug', async (c) => {
      const after = cursorOf(c.req.query('after') ?? '')
      const slug = c.req.param('slug')
      const [person, said] = await Promise.all([
        personOf(db, slug),
        listStatements(db, { person: slug, fresh: true, limit: SAID_A_PAGE, after }),
      ])
      if (!person) return c.notFound()
      return cached(c, <PersonPage config={config} person={person} said={said} isFirst={!after} />)
    })
}

function People({ config, people }: { config: Config; people: PublicPerson[] }) {
  return (
    <Page
      config={config}
      title="People"
      description={`Who has said what about ${config.topic.title}, and how often it was printed again.`}
      path="/people"
    >
      <h1>People</h1>
      <p class="lede">
        Who has spoken of the film, in their own words or as reported, and how often that was
        printed. Much of it had been said before: the second number counts what was new.
      </p>
      {people.length ? <PeopleTable people={people} /> : <p>Nobody yet.</p>}
    </Page>
  )
}

const COUNTS = ['Times printed', 'Of these new']

function PeopleTable({ people }: { people: PublicPerson[] }) {
  return (
    <table class="cards brief">
      <Heads names={['Who', ...COUNTS, 'Last new words']} numbers={COUNTS} />
      <tbody>
        {people.map(({ slug, name, role, statements, fresh, newAt }) => (
          <tr>
            <th scope="row">
              <a href={`/people/${slug}`}>{name}</a>
              <span class="count">{role !== 'other' && ` ${role}`}</span>
            </th>
            <td class="num" data-name="Times printed">
              {statements}
            </td>
            <td class="num" data-name="Of these new">
              {fresh}
            </td>
            <td data-name="Last new words">{newAt ? <Day at={newAt} /> : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PersonProps = {
  config: Config
  person: PublicPerson
  said: ListPage<PublicStatement>
  isFirst: boolean
}

function PersonPage({ config, person, said: { items, next }, isFirst }: PersonProps) {
  const { slug, name, role, statements, fresh } = person
  const years = Map.groupBy(items, ({ moment }) => moment.slice(0, 4))
  return (
    <Page
      config={config}
      title={name}
      description={`What ${name} has said about ${config.topic.title}, to whom and when, each with its source.`}
      path={isFirst ? `/people/${slug}` : undefined}
      data={[{ '@type': 'Person', name, url: `${config.siteUrl}/people/${slug}` }]}
    >
      <p class="kicker">
        <a href="/people">People</a>
        {role !== 'other' && ` · ${role}`}
      </p>
      <h1>{name}</h1>
      <p class="lede">
        {counted(statements, 'statement')} in what we read. {wordsOfNew(statements, fresh)}
      </p>
      {[...years].map(([year, spoken]) => (
        <section>
          <h2>{year}</h2>
          <SaidList said={spoken} />
        </section>
      ))}
      <Pages path={`/people/${slug}`} isFirst={isFirst} next={next} />
    </Page>
  )
}

function wordsOfNew(statements: number, fresh: number): string {
  if (fresh === 0) return 'None of it was new.'
  if (fresh === statements) return statements === 1 ? 'It was new.' : 'All of them were new.'
  return `${fresh} of them ${fresh === 1 ? 'was new, and stands' : 'were new, and stand'} here, each sentence once; the others repeat old words.`
}
