import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import {
  type Appearance,
  findQuotation,
  MOST_APPEARANCES,
  type QuotationHistory,
} from '../../db/public/quotations.ts'
import { personSlug } from '../../db/public/slug.ts'
import { Page } from '../page.tsx'
import { Day } from '../time.tsx'
import { ArticleTable } from './articles.tsx'
import { cached } from './cached.ts'
import { citationOf } from './schema.ts'
import { aged, shortened } from './words.ts'

const TITLE = 70 // characters of the words in a title

/** Words between quotation marks: where they first stood, and each time they came again. */
export function quoteRoutes(app: App): Hono {
  return new Hono().get('/quotes/:slug', async (c) => {
    const quotation = await findQuotation(app.db, c.req.param('slug'))
    if (!quotation) return c.notFound()
    return cached(c, <QuotePage config={app.config} quotation={quotation} />)
  })
}

type QuoteProps = { config: Config; quotation: QuotationHistory }

function QuotePage({ config, quotation }: QuoteProps) {
  const { slug, words, speaker, appearances } = quotation
  const who = speaker ?? 'Somebody unnamed'
  return (
    <Page
      config={config}
      title={`${who}: “${shortened(words, TITLE)}”`}
      description={`Where ${who} first said “${shortened(words, TITLE)}” about ${config.topic.title}, and every time it was printed again.`}
      path={`/quotes/${slug}`}
      data={[dataOf(quotation)]}
    >
      <p class="kicker">What was said, and how often it was printed</p>
      <h1 class="quote">“{words}”</h1>
      <p class="lede">
        <Origin quotation={quotation} />
      </p>
      <section>
        <h2>{`Printed ${times(appearances.length)}${appearances.length < MOST_APPEARANCES ? '' : ' at least'}`}</h2>
        <Appearances appearances={appearances} />
      </section>
    </Page>
  )
}

function Origin({ quotation }: { quotation: QuotationHistory }) {
  const { speaker, role, givenTo, saidOn, moment, article } = quotation
  return (
    <>
      {speaker ? <a href={`/people/${personSlug(speaker)}`}>{speaker}</a> : 'Somebody unnamed'}
      {role !== 'other' && `, ${role}`}
      {givenTo && `, to ${givenTo}`}
      {saidOn && (
        <>
          , <Day at={saidOn} />
        </>
      )}
      . We first read it at <a href={article.url}>{article.outlet}</a>, <Day at={moment} />, in{' '}
      <a href={`/stories/${quotation.storyId}`}>this story</a>.
    </>
  )
}

function Appearances({ appearances }: { appearances: Appearance[] }) {
  const first = appearances[0]
  return (
    <ArticleTable
      articles={appearances}
      marks={({ duplicateOf }) => duplicateOf && <span class="tag">same text</span>}
      last={['How old the words were by then', (one) => (one === first ? 'new' : age(one, first))]}
    />
  )
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}

/** By the days on which both were published. */
function age({ published }: Appearance, first: Appearance | undefined): string {
  return published && first?.published ? aged(first.published, published) : 'not known'
}

function dataOf({ words, speaker, saidOn, appearances }: QuotationHistory) {
  const cited = appearances.map(citationOf)
  return {
    '@type': 'Claim',
    text: words,
    ...(speaker && { author: { '@type': 'Person', name: speaker } }),
    ...(saidOn && { dateCreated: saidOn }),
    firstAppearance: cited[0],
    appearance: cited,
  }
}
