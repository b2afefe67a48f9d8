import { resolve } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config'
import { LongestFirst } from './test/setup/longest-first.ts'

/** Tests of what runs on Node: the demo, the commands, the shape of the tree, shared corpora. */
const NODE_TESTS = ['test/{demo,scripts,config}/**/*.test.ts', 'test/**/*.node.test.ts']

/** Tests of what people see, in a browser. */
const BROWSER_TESTS = 'test/browser/**/*.test.ts'

/** Tests with a runtime of their own: they change its environment, or all that it has stored. */
const ALONE_TESTS = [
  'test/{index,log}.test.ts',
  'test/{limits,conformance,fuzz}/*.test.ts',
  'test/digest/exactly-once.test.ts',
]

const LONG = 240_000 // ms; where nothing else runs hardly a test takes a tenth of it

/** No test fails because a machine is slow: what never ends fails in time for CI all the same. */
const PATIENCE = {
  testTimeout: LONG,
  hookTimeout: LONG,
  expect: { poll: { timeout: LONG / 2 } },
}

/** The secrets that wrangler.toml requires; wrangler takes them from the environment. */
Object.assign(process.env, {
  RESEND_API_KEY: 're_test',
  RESEND_WEBHOOK_SECRET: 'whsec_dGVzdC13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5',
  ADMIN_TOKEN: 'test-admin-token-0123456789abcdefghij',
  SECRET_KEY: 'test-secret-key-0123456789abcdefghijkl',
})

const SITE = resolve('src/routes/http.ts')
const HELD = resolve('test/setup/held.ts')

/** Whatever site a test builds, each answer of its API is held against the API's description. */
function describedSite(): Plugin {
  return {
    name: 'described-site',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.startsWith(SITE)) return null
      const [before, after] = code.split('export function http(')
      if (after === undefined) throw new Error(`${SITE} exports no function http`)
      return `import { held } from '${HELD}'
        ${before}
        export const http = (app) => held(openSite(app))
        function openSite(${after}`
    },
  }
}

/** A project whose tests run in workerd. */
function inWorkerd(test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return {
    plugins: [
      describedSite(),
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
      ...PATIENCE,
      globalSetup: ['test/setup/outside-world.ts'],
      setupFiles: ['test/setup/migrations.ts'],
      ...test,
    },
  }
}

export default defineConfig({
  test: {
    // Much of a test's time is waiting for another process: leave no core to Vitest alone.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    teardownTimeout: LONG,
    projects: [
      {
        test: {
          ...PATIENCE,
          name: 'node',
          include: NODE_TESTS,
          setupFiles: ['test/setup/described.node.ts'],
        },
      },
      {
        test: {
          ...PATIENCE,
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: ['test/browser/setup.ts'],
          setupFiles: ['test/setup/described.node.ts'],
          fileParallelism: false,
        },
      },
      inWorkerd({ name: 'alone', include: ALONE_TESTS }),
      inWorkerd({
        name: 'worker',
        include: ['test/**/*.test.ts'],
        exclude: [...NODE_TESTS, BROWSER_TESTS, ...ALONE_TESTS],
        // Loading all code anew costs three seconds a file: these share a runtime for each core.
        isolate: false,
      }),
    ],
  },
})
