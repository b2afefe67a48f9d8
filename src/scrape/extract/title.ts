import { textOf } from './json-ld.ts'
import { firstOf } from './meta.ts'
import type { State } from './state.ts'
import { fold, tidy, withoutMarkup } from './text.ts'

const META_TITLES = ['og:title', 'twitter:title', 'dc.title', 'title']
const SEPARATOR = /\s[|•·–—*»:-]\s|\s?[|ㅣ：]\s?|\s[-–—]\s/g

/**
 * The article's own title. Publishers state it up to four times (JSON-LD, OpenGraph, `<h1>`,
 * `<title>`), some with the site's name glued on, some reworded for search engines.
 */
export function readTitle(
  state: State,
  headings: string[],
  docTitle: string | null,
): string | null {
  const stated = clean(textOf(state.article?.headline) ?? textOf(state.article?.name))
  const meta = clean(firstOf(state.meta, META_TITLES))
  const [heading = null] = headings
  const others = [meta, ...headings, docTitle].filter((title) => title !== null)
  if (stated) return stated
  const candidate = heading ?? meta ?? docTitle
  if (!candidate) return null
  return meta && heading
    ? fold(meta).startsWith(fold(heading))
      ? heading
      : withoutSite(meta, others)
    : withoutSite(candidate, others)
}

/** Cuts the part behind the last separator, if it does not stand in another form of the title. */
function withoutSite(title: string, _others: string[]): string {
  const at = [...title.matchAll(SEPARATOR)].at(-1)?.index
  return at !== undefined && at > 20 ? title.slice(0, at).trim() : title
}

function clean(title: string | null): string | null {
  return title ? tidy(withoutMarkup(title)) || null : null
}

export function statedTitles(state: State): string[] {
  return [textOf(state.article?.headline), firstOf(state.meta, META_TITLES)].flatMap(
    (t) => clean(t) ?? [],
  )
}
