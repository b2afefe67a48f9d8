import './clock.ts' // first of all: the Worker's modules take Date as they find it

import { env } from 'cloudflare:workers'
import worker from '../../src/index.ts'
import { moveAhead, moveTo } from './clock.ts'

/** The Worker as it is, but for its clock: CLOCK_AHEAD at first, and then as the crons tell. */
// biome-ignore lint/style/noDefaultExport: a Worker is its module's default export
export default {
  ...worker,
  async fetch(request) {
    moveAhead(Number(Reflect.get(env, 'CLOCK_AHEAD')))
    return await worker.fetch(request)
  },
  async scheduled(event) {
    moveTo(event.scheduledTime)
    await worker.scheduled(event)
  },
} satisfies ExportedHandler<Env, never>
