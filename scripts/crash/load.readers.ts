import { z } from 'zod'
import type { Chance } from '../chance.ts'
import { ask } from './ask.ts'
import type { World } from './world.ts'

const PATHS = [
  '/',
  '/stories',
  '/feed.xml',
  '/api/v1/articles?limit=100',
  '/api/v1/status',
  '/api/v1/stories',
  '/api/v1/statements',
] as const

const shownSchema = z.object({ articles: z.array(z.object({ url: z.string() })) })

/** One question of a reader; whatever is written meanwhile, no article is shown twice. */
export async function read(world: World, chance: Chance): Promise<void> {
  const path = chance.one(PATHS)
  const said = await ask(world, path)
  if (!said) return
  world.book.reads += 1
  if (said.status !== 200 || !path.includes('/articles')) return
  const urls = shownSchema.parse(JSON.parse(said.text)).articles.map(({ url }) => url)
  if (new Set(urls).size < urls.length) world.book.troubles.push(`${path} shows an article twice`)
}
