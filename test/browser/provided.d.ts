import 'vitest'

/** What setup.ts provides to the tests. */
declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface ProvidedContext {
    /** Path of a browser; null where there is none, and then nothing else is provided. */
    chromium: string | null
    site: string
    mails: string
    /** Where the publishers are steered; see newsroom-control.ts. */
    control: string
    adminToken: string
    /** Directory of the local D1. */
    state: string
  }
}
