import type { App } from '../app.ts'
import { resumeConfirmations } from './confirmation.ts'
import { finishErasures } from './erase.ts'

/** What is done each hour for subscribers: lost messages sent again, the erased gone. */
export async function keepHouse(app: App): Promise<void> {
  await resumeConfirmations(app)
  app.log('house.kept', { erased: await finishErasures(app) })
}
