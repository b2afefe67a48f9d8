import { Hono } from 'hono'
import type { z } from 'zod'
import type { App } from '../../app.ts'
import { type Correction, listCorrections } from '../../db/corrections.ts'
import { listStories, type StorySummary } from '../../db/public/stories.ts'
import { findStory, type Story } from '../../db/public/story.ts'
import { cursorText } from '../cursor.ts'
import { merge } from './articles.acts.ts'
import { INTO, ONE, SOME_STORIES } from './articles.asks.ts'
import { Styles } from './articles.tsx'
import { StoriesView } from './stories.page.tsx'
import { StoryView } from './story.page.tsx'
import { trouble } from './trouble.ts'
import { type AdminHono, act, show } from './twin.tsx'

export type ListedStories = { stories: StorySummary[]; next: string | null }

/** A story with why each article is in it, and what was corrected of them. */
export type ShownStory = { story: Story; corrections: Correction[] }

/** Stories: which articles tell each, and why. */
export function storyRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/stories',
    asks: SOME_STORIES,
    read: ({ wanted }) => readStories(app, wanted),
    title: () => 'Stories',
    view: (listed) => <StoriesView {...listed} />,
    head: Styles,
  })
  show(hono, app, {
    path: '/stories/:id',
    asks: ONE,
    read: async ({ wanted: { id } }) =>
      (await readStory(app, id)) ?? trouble(404, 'Unknown story', `None has the id "${id}" now.`),
    title: ({ story }) => story.title,
    view: (shown) => <StoryView {...shown} />,
    head: Styles,
  })
  act(hono, app, { path: '/stories/:id/merge', asks: INTO, act: (asked) => merge(app, asked) })
  return hono
}

async function readStories(app: App, wanted: z.infer<typeof SOME_STORIES>): Promise<ListedStories> {
  const { items, next } = await listStories(app.db, wanted)
  return { stories: items, next: next && cursorText(next) }
}

async function readStory(app: App, id: string): Promise<ShownStory | null> {
  const story = await findStory(app.db, id)
  if (!story) return null
  const articleIds = story.members.map((member) => member.id)
  return { story, corrections: await listCorrections(app.db, { articleIds }) }
}
