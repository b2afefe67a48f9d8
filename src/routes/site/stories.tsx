import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { plainDate } from '../../day.ts'
import { frontNews, latestStories } from '../../db/public/front.ts'
import type { Page as ListPage } from '../../db/public/page.ts'
import { listStories, type StorySummary } from '../../db/public/stories.ts'
import { findStory, storyOfArticle } from '../../db/public/story.ts'
import { cursorOf } from '../cursor.ts'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { cached } from './cached.ts'
import { Pages } from './pages.tsx'
import { StoryPage } from './story.tsx'
import { StoryCard } from './story-card.tsx'

const STORIES_A_PAGE = 20
const LATER_STORIES_A_PAGE = 12 // D1 reads some four rows for each

/** Every story, latest first, and each with all that tells it. */
export function storyRoutes(app: App): Hono {
  const { db, config } = app
  const readNews = keptReader(app, frontNews)
  return new Hono()
    .get('/stories', async (c) => {
      const after = cursorOf(c.req.query('after') ?? '')
      const stories = after
        ? await listStories(db, { limit: LATER_STORIES_A_PAGE, after })
        : latestStories(await readNews(), STORIES_A_PAGE)
      return cached(c, <Stories config={config} stories={stories} isFirst={!after} />)
    })
    .get('/stories/:id', async (c) => {
      const id = c.req.param('id')
      const story = await findStory(db, id)
      if (story) return cached(c, <StoryPage config={config} story={story} />)
      const moved = await storyOfArticle(db, id)
      return moved && moved !== id ? c.redirect(`/stories/${moved}`, 302) : c.notFound()
    })
}

type StoriesProps = { config: Config; stories: ListPage<StorySummary>; isFirst: boolean }

function Stories({ config, stories: { items, next }, isFirst }: StoriesProps) {
  const months = Map.groupBy(items, ({ moment }) => moment.slice(0, 7))
  return (
    <Page
      config={config}
      title={isFirst ? 'Stories' : 'Earlier stories'}
      description={`Every story about ${config.topic.title}: who really said it, to whom, and how many outlets told it again.`}
      path={isFirst ? '/stories' : undefined}
    >
      <h1>{isFirst ? 'Stories' : 'Earlier stories'}</h1>
      <p class="lede">
        One interview makes a dozen articles. Here it is one story, whatever the headlines say.
      </p>
      {items.length === 0 && <p>There are none yet.</p>}
      {[...months].map(([month, stories]) => (
        <section class="month">
          <h2>{plainDate(month)}</h2>
          <div>
            {stories.map((story) => (
              <StoryCard story={story} />
            ))}
          </div>
        </section>
      ))}
      <Pages path="/stories" isFirst={isFirst} next={next} />
    </Page>
  )
}
