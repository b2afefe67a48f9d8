import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { type Newsroom, sourcesOf, startNewsroom } from '../../demo/newsroom/server.ts'
import { localSecrets } from '../../scripts/local/secrets.ts'
import { type LocalWorker, startWorker } from '../../scripts/local/worker.ts'

const MINUTE = 60_000 // milliseconds
const SCAN = '*/15 * * * *'

const articlesSchema = z.object({
  articles: z.array(
    z.object({
      url: z.string(),
      duplicateOf: z.string().nullable(),
      storyId: z.string(),
      statements: z.array(z.object({ id: z.string(), fresh: z.boolean() })),
    }),
  ),
})

test('a scan that is killed loses and doubles nothing', { timeout: 180_000 }, async () => {
  const newsroom = await startNewsroom()
  onTestFinished(newsroom.close)

  const undisturbed = await workerOn(newsroom, newState(), 8731)
  await undisturbed.cron(SCAN, new Date())
  const wanted = await untilStill(undisturbed)
  await undisturbed.stop()

  const state = newState()
  newsroom.setDelay(100)
  const first = await workerOn(newsroom, state, 8732)
  await first.cron(SCAN, new Date())
  while ((await articlesOf(first)).length < 3) await wait(50)
  await first.kill()
  newsroom.setDelay(0)

  const second = await workerOn(newsroom, state, 8732)
  onTestFinished(second.stop)
  const kept = (await articlesOf(second)).length
  expect(kept).toBeGreaterThanOrEqual(3)
  expect(kept).toBeLessThan(wanted.length)
  await second.cron(SCAN, new Date(Date.now() + 20 * MINUTE))
  expect(await untilStill(second)).toEqual(wanted)
})

async function workerOn(newsroom: Newsroom, state: string, port: number): Promise<LocalWorker> {
  const vars = { NEWSROOM: newsroom.url, SOURCES: JSON.stringify(sourcesOf(newsroom)) }
  return await startWorker({ port, state, secretsFile: localSecrets(state).file, vars })
}

function newState(): string {
  const state = mkdtempSync(join(tmpdir(), 'alita2-crash-'))
  onTestFinished(() => rmSync(state, { recursive: true, force: true }))
  return state
}

async function articlesOf({ url }: LocalWorker) {
  const response = await fetch(`${url}/api/v1/articles?limit=50`)
  const { articles } = articlesSchema.parse(await response.json())
  return articles
}

/** The articles once nothing has changed for two seconds. */
async function untilStill(worker: LocalWorker) {
  let latest = ''
  for (;;) {
    await wait(2000)
    const articles = await articlesOf(worker)
    if (articles.length > 0 && JSON.stringify(articles) === latest) return articles
    latest = JSON.stringify(articles)
  }
}
