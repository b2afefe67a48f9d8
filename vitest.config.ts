import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Tests of what runs on Node: the demo, the commands, the shape of the tree, shared corpora. */
const NODE_TESTS = ['test/{demo,scripts,config}/**/*.test.ts', 'test/**/*.node.test.ts']

/** Tests of what people see, in a browser. */
const BROWSER_TESTS = 'test/browser/**/*.test.ts'

/** The secrets that wrangler.toml requires; wrangler takes them from the environment. */
Object.assign(process.env, {
  RESEND_API_KEY: 're_test',
  RESEND_WEBHOOK_SECRET: 'whsec_dGVzdC13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5',
  ADMIN_TOKEN: 'test-admin-token-0123456789abcdefghij',
  SECRET_KEY: 'test-secret-key-0123456789abcdefghijkl',
})

export default defineConfig({
  test: {
    // Much of a test's time is waiting for another process: leave no core to Vitest alone.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: NODE_TESTS,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: ['test/browser/setup.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [
          cloudflareTest(async ({ inject }) => ({
            main: './src/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('migrations'),
                NEWSROOM: inject<string>('newsroom'),
                SOURCES: inject<string>('sources'),
                RESEND_BASE_URL: inject<string>('mailbox'),
                POSTAL_ADDRESS: 'Test Street 1, Testtown',
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/**/*.test.ts'],
          exclude: [...NODE_TESTS, BROWSER_TESTS],
          globalSetup: ['test/setup/outside-world.ts'],
          setupFiles: ['test/setup/migrations.ts'],
        },
      },
    ],
  },
})
