import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { type FrontNews, frontNews, latestStories } from '../../db/public/front.ts'
import { stageWords } from '../../stage.ts'
import { type Sureness, surenessOf } from '../../status/sureness.ts'
import { drawnOnce, sendDrawn } from '../drawn.ts'
import { Page } from '../page.tsx'
import { SubscribeForm } from '../subscribe.form.tsx'
import { Answer, Because } from './answer.tsx'
import { pageOf } from './cached.ts'
import { DayForm } from './day-form.tsx'
import { lessReports } from './once.ts'
import { claimOf, movieOf, siteOf } from './schema.ts'
import { StoryCard } from './story-card.tsx'
import { type Mark, marksOf } from './timeline.marks.ts'
import { Timeline } from './timeline.tsx'
import { counted } from './words.ts'

const STORIES_SHOWN = 8
const MARKS_SHOWN = 30 // with more of them the page may grow beyond 60 KB

type News = FrontNews & { sureness: Sureness; marks: Mark[]; now: Date }

/** The answer, then why, then how it went, then what was told. */
export function frontRoutes(app: App): Hono {
  const { config } = app
  const page = drawnOnce(app, frontNews, (news, hour) =>
    pageOf(<Front config={config} news={weighed(news, hour)} />),
  )
  return new Hono().get('/', async ({ req }) => sendDrawn(req.raw.headers, await page()))
}

function weighed(news: FrontNews, now: Date): News {
  const { status, onRecord } = news
  const sureness = surenessOf(status, onRecord)
  const stories = latestStories(news, STORIES_SHOWN).items
  return {
    ...news,
    stories,
    sureness,
    marks: marksOf(lessReports(onRecord)).slice(-MARKS_SHOWN),
    now,
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
