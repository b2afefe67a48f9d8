import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, vi } from 'vitest'

declare global {
  namespace Cloudflare {
    // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
    interface Env {
      MIGRATIONS: D1Migration[]
    }
  }
}

/** Milliseconds in which what an earlier file left under way ends; else it would write to ours. */
const MOMENT = 50

/** Files share a runtime: each begins with an empty database, and leaves nothing faked behind. */
beforeAll(async () => {
  await scheduler.wait(MOMENT)
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
