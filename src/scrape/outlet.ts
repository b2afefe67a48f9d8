import type { Source } from '../source.ts'
import type { Topic } from '../topic.ts'
import { isSameSite } from '../url.ts'

/**
 * Who published an article: the source's outlet on the source's own site; elsewhere, as where a feed
 * links to others or an API finds them, the topic's outlet of that site, or what the page calls its
 * site, or the host.
 */
export function outletOf(
  url: string,
  site: string | null,
  source: Source | undefined,
  { outlets }: Topic,
): string {
  if (source && source.kind !== 'news-api' && isOwn(url, source)) return source.outlet
  const known = outlets.find(({ domain }) => isSameSite(url, `https://${domain}/`))
  return known?.name ?? site ?? new URL(url).hostname.replace(/^www\./, '')
}

function isOwn(url: string, { home, url: address }: Source): boolean {
  return isSameSite(url, home) || isSameSite(url, address)
}
