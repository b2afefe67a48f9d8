import type { Config } from '../app.ts'

/** What the site is called: the film, and that this is its status. */
export function siteName({ topic }: Config): string {
  return `${topic.aliases[0] ?? topic.title} Status`
}
