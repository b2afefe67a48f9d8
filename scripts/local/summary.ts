import { styleText } from 'node:util'
import { z } from 'zod'
import { printTable } from './progress.ts'

const statusSchema = z.object({
  stage: z.string().nullable(),
  words: z.string(),
  since: z.string().nullable(),
  counts: z.object({ articles: z.number(), duplicates: z.number(), stories: z.number() }),
})

/** What a run has learnt and where to look at it, as one table. */
export async function printSummary(
  site: string,
  sources: number,
  places: [string, string][],
): Promise<void> {
  const response = await fetch(`${site}/api/v1/status`)
  const { stage, words, since, counts } = statusSchema.parse(await response.json())
  console.log()
  printTable([
    ['sources', sources],
    ['articles', counts.articles],
    ['duplicates', counts.duplicates],
    ['stories', counts.stories],
    ['status', `${stage ?? 'unknown'}${since ? ` since ${since.slice(0, 10)}` : ''}`],
    ['', styleText('bold', words)],
    ...places,
  ])
  console.log('\nCtrl-C ends everything.')
}
