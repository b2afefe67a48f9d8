import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll } from 'vitest'

declare global {
  namespace Cloudflare {
    // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
    interface Env {
      MIGRATIONS: D1Migration[]
    }
  }
}

beforeAll(() => applyD1Migrations(env.DB, env.MIGRATIONS))
