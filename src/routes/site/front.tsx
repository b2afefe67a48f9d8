import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { App, Config } from '../../app.ts'
import type { PublicStatement } from '../../db/public/statement.ts'
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

const WORDS_WEIGHED = 44 // the latest on record; not all speak of a stage
const MARKS_SHOWN = 30 // with more of them the page may grow beyond 60 KB
const STORIES_SHOWN = 8

type News = {
  status: StatusThen
  sureness: Sureness
  steps: Step[]
  marks: Mark[]
  /** Latest first. */
  stories: StorySummary[]
  now: Date
}

/** The answer, then why, then how it went, then what was told. */
export function frontRoutes(app: App): Hono {
  const readTold = toldReader(app.db)
  return new Hono().get('/', etag(), async (c) =>
    cached(c, <Front config={app.config} news={await newsAt(app, readTold)} />),
  )
}

type Told = { onRecord: PublicStatement[]; stories: StorySummary[] }
type ToldReader = (at: string, status: StatusThen) => Promise<Told>

async function newsAt({ db, now }: App, readTold: ToldReader): Promise<News> {
  const moment = now()
  const at = moment.toISOString()
  const [status, steps] = await Promise.all([statusThen(db, at), listSteps(db)])
  const { onRecord, stories } = await readTold(at, status)
  const sureness = surenessOf(status, onRecord)
  const marks = marksOf(onRecord).slice(-MARKS_SHOWN)
  return { status, sureness, steps, marks, stories, now: moment }
}

/**
 * Reads what only an article changes, which is most of the page, once for each state of the news: who
 * asks in between costs a dozen rows. The hour is for articles that are dated ahead.
 */
function toldReader(db: D1Database): ToldReader {
  let known: { version: string; told: Told } | null = null
  return async (at, { counts }) => {
    const version = JSON.stringify([counts, at.slice(0, 13)])
    if (known?.version === version) return known.told
    const [onRecord, { items: stories }] = await Promise.all([
      wordsOnRecord(db, at, WORDS_WEIGHED),
      listStories(db, { limit: STORIES_SHOWN }),
    ])
    known = { version, told: { onRecord, stories } }
    return known.told
  }
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

function Stories({ news: { stories, status, now } }: { news: News }) {
  const month = now.toISOString().slice(0, 7)
  const [fresh, older] = [
    stories.filter(({ moment }) => moment >= month),
    stories.filter(({ moment }) => moment < month),
  ]
  return (
    <section>
      <h2>This month</h2>
      {stories.length === 0 && <p>Nothing yet. The first look at the sources is on its way.</p>}
      {stories.length > 0 && fresh.length === 0 && <p>Nothing new was said.</p>}
      {fresh.map((story) => (
        <StoryCard story={story} />
      ))}
      {older.length > 0 && <h2>Before that</h2>}
      {older.map((story) => (
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
