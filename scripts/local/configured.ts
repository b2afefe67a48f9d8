import { prettifyError, ZodError } from 'zod'
import type { Source } from '../../src/source.ts'
import type { Topic } from '../../src/topic.ts'

/** The film and the sites of config/. A mistake in them is told with its file and ends with 2. */
export async function readConfigured(): Promise<{ topic: Topic; sources: Source[] }> {
  const { topic } = await told('config/topic.ts', () => import('../../config/topic.ts'))
  const { sources } = await told('config/sources.ts', () => import('../../config/sources.ts'))
  return { topic, sources }
}

async function told<T>(file: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    process.stderr.write(`${file} has to be mended:\n${wordsOf(error).replace(/^/gm, '  ')}\n`)
    return process.exit(2)
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof ZodError) return prettifyError(error)
  return error instanceof Error ? error.message.replaceAll('; ', '\n') : String(error)
}
