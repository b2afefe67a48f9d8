import { decodeHTML } from 'entities'
import { textOf } from './json-ld.ts'
import { firstOf } from './meta.ts'
import type { State } from './state.ts'
import { fold, tidy, withoutMarkup } from './text.ts'

/** The forms in which one page gives its title. */
type Titles = {
  /** In JSON-LD. */
  stated: string | null
  /** For social networks: OpenGraph and its kin. */
  social: string | null
  /** In `<h1>`. */
  shown: string | null
  /** In `<title>`, for the browser's tab and for search engines. */
  search: string | null
}

const SOCIAL_TITLES = ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'title']
const SEPARATOR = /^\s?[|•·–—*»:：ㅣ-]/u
const LAST_PART = /\s?[|•·ㅣ：»*]\s?[^|•·ㅣ：»*]{2,60}$|\s[–—-]\s[^–—-]{2,60}$/u
const LONGEST = 1000 // characters that a title is read of
const SHORTEST = 12 // letters of a title that another one can be recognised by

/** Gathers the forms of the title, each without the site's name; one that is only that is none. */
export function readTitles(state: State, heading: string | null, tab: string | null): Titles {
  const raw = {
    stated: clean(textOf(state.article?.headline) ?? textOf(state.article?.name)),
    social: clean(firstOf(state.meta, SOCIAL_TITLES)),
    shown: clean(heading),
    search: clean(tab),
  }
  const forms = Object.values(raw).flatMap((form) => (form && !isSite(form, state) ? [form] : []))
  const cut = (form: string | null) =>
    form && (forms.length === 0 || forms.includes(form)) ? withoutSite(form, forms, state) : null
  return {
    stated: cut(raw.stated),
    social: cut(raw.social),
    shown: cut(raw.shown),
    search: cut(raw.search),
  }
}

/**
 * The article's own title. Where a publisher gives two, one is made for search engines and `<title>`
 * bears it: then the other one is the editors'.
 */
export function chooseTitle({ stated, social, shown, search }: Titles): string | null {
  const isDouble = stated !== null && social !== null && !isSame(stated, social)
  const isTold = isSame(search, social) || (isSame(shown, stated) && !isSame(search, stated))
  return isDouble && isTold ? stated : (social ?? stated ?? shown ?? search)
}

/** Whether two titles are one, or one is the other cut short. */
function isSame(one: string | null, other: string | null): boolean {
  const [short = '', long = ''] = [fold(one ?? ''), fold(other ?? '')].sort(
    (a, b) => a.length - b.length,
  )
  return short !== '' && long.startsWith(short)
}

/** A title without the site or section that is glued to its end. */
function withoutSite(title: string, forms: string[], state: State): string {
  const bare = forms.find(
    (form) =>
      form.length >= SHORTEST &&
      straight(title).startsWith(straight(form)) &&
      SEPARATOR.test(title.slice(form.length)),
  )
  if (bare) return bare
  const last = LAST_PART.exec(title)
  const [part] = last ?? []
  if (!last || !part || last.index < SHORTEST) return title
  return isSite(part, state) || holdsSite(part, state) ? title.slice(0, last.index) : title
}

/** Quotation marks as typed, at the same places: publishers curl them in one form and not in another. */
function straight(title: string): string {
  return title.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}

/** Whether a text is the site's name, as it calls itself or as its host does. */
function isSite(text: string, state: State): boolean {
  const name = oneWord(text)
  return name.length > 1 && sitesOf(state).some((site) => site.includes(name))
}

/** Whether a text holds the name that the site calls itself. */
function holdsSite(text: string, state: State): boolean {
  const [site = ''] = sitesOf(state)
  return site.length > 1 && oneWord(text).includes(site)
}

/** The site's names as one word each: its own, and its host's. */
function sitesOf({ url, meta }: State): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return [firstOf(meta, ['og:site_name', 'application-name']) ?? '', host].map(oneWord)
}

function oneWord(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/** Some publishers escape a title once more than they should. */
function clean(title: string | null): string | null {
  if (!title) return null
  return tidy(withoutMarkup(decodeHTML(decodeHTML(title.slice(0, LONGEST))))) || null
}
