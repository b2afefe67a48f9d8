import type { Config } from '../app.ts'
import type { ListedArticle } from '../db/listing.ts'
import type { CurrentStatus, ShownStatement } from '../db/status.ts'
import type { Mark, Step } from '../db/timeline.ts'
import { LADDER, type Stage, stageWords } from '../stage.ts'
import { Page } from './page.tsx'
import { StoryCard } from './story-card.tsx'
import { SubscribeForm } from './subscribe.form.tsx'
import { Day } from './time.tsx'
import { Timeline } from './timeline.tsx'

const STORIES_SHOWN = 20

/** What the front page tells. */
export type FrontNews = {
  status: CurrentStatus
  counts: { articles: number; duplicates: number; stories: number; lastReadAt: string | null }
  /** Latest first. */
  articles: ListedArticle[]
  reasons: ShownStatement[]
  statements: ShownStatement[]
  timeline: { steps: Step[]; marks: Mark[]; until: Date }
}

/** The answer in ten seconds, then why, then what was read. */
export function Front({ config, news }: { config: Config; news: FrontNews }) {
  const { topic } = config
  const words = stageWords(news.status.stage)
  return (
    <Page config={config} title={`${topic.title}: ${words}`} description={words}>
      <Answer film={topic.title} news={news} />
      <Ladder stage={news.status.stage} />
      <Reasons reasons={news.reasons} />
      <Timeline {...news.timeline} />
      <Subscribe config={config} />
      <Stories news={news} />
    </Page>
  )
}

function Answer({ film, news: { status, counts } }: { film: string; news: FrontNews }) {
  return (
    <section class="answer">
      <p class="kicker">Is {film} happening?</p>
      <h1>{stageWords(status.stage)}</h1>
      {status.since && (
        <p class="since">
          So since <Day at={status.since} />, read from {counts.articles} articles that tell{' '}
          {counts.stories} stories.
        </p>
      )}
    </section>
  )
}

function Ladder({ stage }: { stage: Stage | null }) {
  return (
    <ol class="ladder" aria-label="Stages of a film">
      {LADDER.map((step) => (
        <li class={step === stage ? 'here' : ''} aria-current={step === stage ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  )
}

function Reasons({ reasons }: { reasons: ShownStatement[] }) {
  if (!reasons.length) return null
  return (
    <section>
      <h2>Because</h2>
      {reasons.map((reason) => (
        <figure class="reason">
          <blockquote cite={reason.article.url}>{reason.quote ?? reason.evidence}</blockquote>
          <figcaption>
            {reason.speaker ?? (reason.role === 'insider' ? 'An insider' : reason.article.outlet)}
            {reason.givenTo && `, to ${reason.givenTo}`}
            {reason.saidOn && (
              <>
                , <Day at={reason.saidOn} />
              </>
            )}{' '}
            (<a href={reason.article.url}>{reason.article.outlet}</a>)
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

function Subscribe({ config }: { config: Config }) {
  return (
    <section class="card" id="subscribe">
      <h2>One mail a week</h2>
      <p>What was really said about the film that week, and by whom.</p>
      <SubscribeForm config={config} form="home" />
    </section>
  )
}

function Stories({ news }: { news: FrontNews }) {
  const stories = [...Map.groupBy(news.articles, ({ storyId }) => storyId).values()]
  return (
    <section>
      <h2>What was read</h2>
      {stories.length === 0 && <p>Nothing yet. The first look at the sources is on its way.</p>}
      {stories.slice(0, STORIES_SHOWN).map((articles) => (
        <StoryCard articles={articles} statements={news.statements} />
      ))}
    </section>
  )
}
