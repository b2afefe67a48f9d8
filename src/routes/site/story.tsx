import type { Config } from '../../app.ts'
import type { Story, StoryArticle } from '../../db/public/story.ts'
import { Page } from '../page.tsx'
import { Day } from '../time.tsx'
import { ArticleTable } from './articles.tsx'
import { SaidList } from './said.tsx'
import { citationOf, claimOf } from './schema.ts'
import { counted } from './words.ts'

/** One story: the original, who said what, every outlet that told it and why it belongs. */
export function StoryPage({ config, story }: { config: Config; story: Story }) {
  const told = `${counted(story.articles, 'article')} at ${counted(story.outlets.length, 'outlet')}`
  return (
    <Page
      config={config}
      title={story.title}
      description={`${story.title}. ${told}, one story: who said it first, and which headlines claim more than was said.`}
      path={`/stories/${story.id}`}
      stage={story.stage}
      data={dataOf(story)}
    >
      <p class="kicker">
        <a href="/stories">Stories</a> · <Day at={story.moment} />
      </p>
      <h1>{story.title}</h1>
      <Original story={story} />
      <Statements story={story} />
      <section>
        <h2>Every outlet that told it</h2>
        {story.articles > story.members.length && (
          <p class="small">
            The first {story.members.length} of {story.articles} articles.
          </p>
        )}
        <Members members={story.members} />
      </section>
    </Page>
  )
}

function dataOf({ statements, members }: Story) {
  const fresh = statements.filter((one) => one.fresh)
  return [...fresh.map(claimOf), ...members.map(citationOf)]
}

function Original({ story }: { story: Story }) {
  const { original, originalArticle, first, articles, copies } = story
  const outlet = original ?? first.outlet
  const source = originalArticle ?? (original ? null : first)
  return (
    <p class="lede">
      First told by {source ? <a href={source.url}>{outlet}</a> : outlet}
      {!source && ', whose own article we have not read'}.{' '}
      {articles === 1 ? 'One article tells it' : `${articles} articles tell it`}
      {copies > 0 && `, ${copies} of them with the text of another`}.
    </p>
  )
}

function Statements({ story: { statements } }: { story: Story }) {
  const heard = statements.filter(({ role }) => role !== 'outlet')
  const [fresh, known] = [heard.filter((one) => one.fresh), heard.filter((one) => !one.fresh)]
  return (
    <section>
      <h2>Who said what</h2>
      {heard.length === 0 && <p>Nobody is quoted on whether the film will be made.</p>}
      <SaidList said={fresh} />
      {known.length > 0 && (
        <details>
          <summary>What had been printed before</summary>
          <SaidList said={known} />
        </details>
      )}
    </section>
  )
}

function Members({ members }: { members: StoryArticle[] }) {
  return (
    <ArticleTable
      articles={members}
      marks={(article) => <Claims article={article} />}
      last={['Why it is here', ({ whyJoined }) => whyJoined]}
    />
  )
}

/** Where a headline promises more than the people in the text said. */
function Claims({ article: { overclaims, headlineStage, stage, duplicateOf } }: Claimed) {
  return (
    <>
      {duplicateOf && <span class="tag">same text</span>}
      {overclaims && (
        <span class="tag warn">
          says {headlineStage}; the people in it: {stage ?? 'nothing of the kind'}
        </span>
      )}
    </>
  )
}

type Claimed = { article: StoryArticle }
