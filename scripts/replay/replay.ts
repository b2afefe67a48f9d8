import { fileURLToPath } from 'node:url'
import { readCorpus } from '../../demo/newsroom/corpus.ts'
import { readCorpusTopic, readTopic } from '../local/configured.ts'
import { step } from '../local/progress.ts'
import { type Album, closeAlbum, openAlbum } from './album.ts'
import type { Clock } from './clock.ts'
import { liveDay } from './days.ts'
import { datedAll, openPublishers, type Publishers } from './publishers.ts'
import { subscribeReaders } from './readers.ts'
import { openWorld, type World } from './world.ts'

const DAY = 24 * 3_600_000 // milliseconds
const AFTER = 31 * DAY
const HOUR = 18 * 3_600_000 // of the day, UTC: after the digest's hour of that day

const DEMO = fileURLToPath(new URL('../../demo/newsroom', import.meta.url))

type Options = {
  /** First and last day, in ms; null: a little more than the corpus lasts. */
  from: number | null
  until: number | null
  corpus?: string
  out?: string
}

/** Lives through the days of a corpus and writes what was mailed and shown; throws where a job failed. */
export async function replay({ from, until, corpus, out = '.demo/replay' }: Options) {
  const clock: Clock = { now: 0 }
  const news = await readCorpus(corpus ?? DEMO)
  const dates = datedAll(news.articles).map(({ at }) => at)
  const first = from ?? startOf(Math.min(...dates))
  const last = until ?? startOf(Math.max(...dates)) + AFTER
  clock.now = first
  const publishers = openPublishers(news, clock)
  const topic = await (corpus ? readCorpusTopic(corpus) : readTopic())
  const world = openWorld(clock, { ...publishers, topic })
  const album = openAlbum(out)
  await subscribeReaders(world)
  await step('The years go by', async (tell) => {
    for (let day = first; day <= last; day += DAY) {
      await live(world, publishers, album, day + HOUR)
      tell(`${isoDay(day)}, ${world.mails.length} mails, ${publishers.requests} requests`)
    }
  })
  for (const failure of world.failures) console.error(failure)
  if (world.failures.length > 0) throw new Error(`${world.failures.length} jobs failed`)
  const index = await closeAlbum(album, world)
  console.log(`\n${index}`)
}

async function live(world: World, publishers: Publishers, album: Album, at: number) {
  world.clock.now = Math.max(world.clock.now, at)
  publishers.goOn()
  await liveDay(world)
  await album.look(world)
}

/** The first moment of the day of a moment. */
function startOf(moment: number): number {
  return moment - (moment % DAY)
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
