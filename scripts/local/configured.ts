import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../src/source.ts'
import { type Topic, topicSchema } from '../../src/topic.ts'
import { end, wordsOf } from '../failure.ts'

const TOPIC = 'config/topic.ts'
const SOURCES = 'config/sources.ts'

/** The film and the sites of config/. A mistake in them is told with its file and ends with 2. */
export async function readConfigured(): Promise<{ topic: Topic; sources: Source[] }> {
  const topic = await readTopic()
  const { sources } = await told(SOURCES, () => import('../../config/sources.ts'))
  return { topic, sources }
}

/** The film of a file of JSON, or that of config/. A mistake in it is told and ends with 2. */
export async function readTopic(file?: string): Promise<Topic> {
  if (file) return await told(file, () => topicSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
  const { topic } = await told(TOPIC, () => import('../../config/topic.ts'))
  return topic
}

/** The film that a corpus is about: that of its topic.json, or of config/ where it has none. */
export async function readCorpusTopic(directory: string): Promise<Topic> {
  const file = join(directory, 'topic.json')
  return await readTopic(existsSync(file) ? file : undefined)
}

async function told<T>(file: string, load: () => T | Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const words = wordsOf(error).replaceAll('; ', '\n').replace(/^/gm, '  ')
    return end(2, `${file} has to be mended:\n${words}`)
  }
}
