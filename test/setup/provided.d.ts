import 'vitest'

/** What outside-world.ts provides to the tests. */
declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface ProvidedContext {
    newsroom: string
    sources: string
    mailbox: string
  }
}
