import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { App, Config } from '../../app.ts'
import { wordsOnRecord } from '../../db/public/statements.ts'
import { type StatusThen, statusThen } from '../../db/public/status-then.ts'
import { listStories, type StorySummary } from '../../db/public/stories.ts'
import { listSteps, type Step } from '../../db/timeline.ts'
import { stageWords } from '../../stage.ts'
import { Page } from '../page.tsx'
import { SubscribeForm } from '../subscribe.form.tsx'
import { Answer, Because } from './answer.tsx'
import { cached } from './cached.ts'
import { DayForm } from './day-form.tsx'
import { claimOf, movieOf, siteOf } from './schema.ts'
import { StoryCard } from './story-card.tsx'
import { type Sureness, surenessOf } from './sureness.ts'
import { type Mark, marksOf } from './timeline.marks.ts'
import { Timeline } from './timeline.tsx'
import { counted } from './words.ts'

const MARKS_SHOWN = 36
const STORIES_SHOWN = 8
const LATEST_SHOWN = 5 // stories, in a month that brought none

type News = {
  status: StatusThen
  sureness: Sureness
  steps: Step[]
  marks: Mark[]
  month: StorySummary[]
  /** What came before, where the month brought nothing. */
  latest: StorySummary[]
  now: Date
}

/** The answer, then why, then how it went, then what was told. */
export function frontRoutes(app: App): Hono {
  return new Hono().get('/', etag(), async (c) =>
    cached(c, <Front config={app.config} news={await newsAt(app, app.now())} />),
  )
}

async function newsAt({ db }: App, now: Date): Promise<News> {
  const at = now.toISOString()
  const [status, onRecord, steps, { items: month }] = await Promise.all([
    statusThen(db, at),
    wordsOnRecord(db, at, MARKS_SHOWN),
    listSteps(db),
    listStories(db, { limit: STORIES_SHOWN, since: `${at.slice(0, 7)}-01` }),
  ])
  const latest = month.length ? [] : (await listStories(db, { limit: LATEST_SHOWN })).items
  const sureness = surenessOf(status, onRecord)
  return { status, sureness, steps, marks: marksOf(onRecord), month, latest, now }
}

function Front({ config, news }: { config: Config; news: News }) {
  const { status, sureness, now } = news
  const { title } = config.topic
  const words = stageWords(status.stage)
  return (
    <Page
      config={config}
      title={`${title}: ${words}`}
      description={`Is ${title} happening? ${words} ${sureness.name}: ${sureness.why} Every sentence with its source.`}
      path="/"
      stage={status.stage}
      data={[siteOf(config), movieOf(config, status), ...status.because.map(claimOf)]}
    >
      <Answer
        question={`Is ${title} happening?`}
        status={status}
        sureness={sureness}
        at={now}
        isNow
      />
      <p class="ways">
        <a href="#subscribe">Get it by mail</a> <a href="/feed.xml">Follow the feed</a>{' '}
        <a href="/status">Look at another day</a>
      </p>
      <Because status={status} />
      <Timeline steps={news.steps} marks={news.marks} until={now} />
      <div class="split">
        <Stories news={news} />
        <Aside config={config} now={now} />
      </div>
    </Page>
  )
}

function Stories({ news: { month, latest, status } }: { news: News }) {
  return (
    <section>
      <h2>This month</h2>
      {month.length === 0 && status.counts.articles > 0 && (
        <p>Nothing new was said. The last stories before:</p>
      )}
      {status.counts.articles === 0 && (
        <p>Nothing yet. The first look at the sources is on its way.</p>
      )}
      {[...month, ...latest].map((story) => (
        <StoryCard story={story} />
      ))}
      <p class="more">
        <a href="/stories">
          All {counted(status.counts.stories, 'story')}, read from{' '}
          {counted(status.counts.articles, 'article')}
        </a>
      </p>
    </section>
  )
}

function Aside({ config, now }: { config: Config; now: Date }) {
  return (
    <aside>
      <section class="card" id="subscribe">
        <h2>One mail a week</h2>
        <p>What was really said about the film, and by whom.</p>
        <SubscribeForm config={config} form="home" />
      </section>
      <section class="card">
        <h2>On any day</h2>
        <p>What could be known then, by what was published.</p>
        <DayForm day={now.toISOString().slice(0, 10)} max={now.toISOString().slice(0, 10)} />
      </section>
    </aside>
  )
}
