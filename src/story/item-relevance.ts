import type { Topic } from '../topic.ts'
import { lensOf } from './lens.ts'
import { plainOf } from './tokens.ts'

/**
 * Why an item may be about the topic, or null where nothing points to it: its title or summary
 * names the awaited film or the first one. Whether its article is, is decided when it is read.
 */
export function itemRelevance(topic: Topic, title: string, summary: string): string | null {
  const { awaited, first } = lensOf(topic)
  const text = plainOf(`${title}\n${summary}`).toLowerCase()
  const name = text.match(awaited)?.[0] ?? (first && text.match(first)?.[0])
  return name ? `names “${name}”` : null
}
