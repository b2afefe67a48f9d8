import type { App } from '../app.ts'
import { standFor } from './gone.ts'
import { settle } from './settle.ts'

/** Places a kept article anew, after an earlier one has come late; where nobody has done it since. */
export async function placeAgain(app: App, articleId: string): Promise<void> {
  const isDone = await settle(app, articleId, ({ placedAt }) => placedAt === null)
  if (isDone) await standFor(app, articleId)
}
